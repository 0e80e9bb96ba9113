// Whether a value has the form that a JSON schema describes, as far as the schema of custom-elements manifests goes.

/** What does not fit, each with its place; a property the schema does not know is told too, since it would be a slip. */
export function misfits(value, schema, place = "", root = schema) {
  if (schema.$ref) return misfits(value, at(root, schema.$ref), place, root);
  if (schema.anyOf) {
    const tried = schema.anyOf.map((one) => misfits(value, one, place, root));
    // Of several forms, what is told is what is nearest.
    return tried.reduce((best, one) => (one.length < best.length ? one : best));
  }
  const told = [];
  if (schema.type && ![schema.type].flat().includes(kind(value))) told.push(`${place} is ${kind(value)}, not ${schema.type}`);
  if (schema.enum && !schema.enum.includes(value)) told.push(`${place} is ${JSON.stringify(value)}, not one of ${schema.enum.join(", ")}`);
  if (kind(value) === "array" && schema.items) {
    told.push(...value.flatMap((one, index) => misfits(one, schema.items, `${place}/${index}`, root)));
  }
  if (kind(value) === "object" && schema.properties) {
    for (const name of schema.required ?? []) if (!(name in value)) told.push(`${place} has no ${name}`);
    for (const [name, part] of Object.entries(value)) {
      const known = schema.properties[name];
      told.push(...(known ? misfits(part, known, `${place}/${name}`, root) : [`${place} has ${name}, which the schema does not know`]));
    }
  }
  return told;
}

function at(root, reference) {
  return reference.split("/").slice(1).reduce((part, name) => part[decodeURIComponent(name)], root);
}

function kind(value) {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
