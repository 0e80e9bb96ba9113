//! Between our JSON and that of the library, for the authors' side and the tests. Numbers that the library cannot hold
//! come out as null.

use crate::json::Json;
use serde_json::Value;

impl From<Value> for Json {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Json::Null,
            Value::Bool(yes) => Json::Bool(yes),
            Value::Number(number) => Json::Number(number.to_string()),
            Value::String(text) => Json::Text(text),
            Value::Array(values) => values.into(),
            Value::Object(entries) => Json::Table(entries.into_iter().map(|(key, value)| (key, value.into())).collect()),
        }
    }
}

impl From<Json> for Value {
    fn from(json: Json) -> Self {
        match json {
            Json::Null => Value::Null,
            Json::Bool(yes) => Value::Bool(yes),
            Json::Number(number) => serde_json::from_str(&number).unwrap_or(Value::Null),
            Json::Text(text) => Value::String(text),
            Json::List(values) => Value::Array(values.into_iter().map(Value::from).collect()),
            Json::Table(entries) => Value::Object(entries.into_iter().map(|(key, value)| (key, value.into())).collect()),
        }
    }
}
