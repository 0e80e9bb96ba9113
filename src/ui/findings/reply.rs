//! "Vurdert, gjelder ikke fordi …": the doctor's answer to a finding. It goes into the referral, where the assessor needs it.

use crate::app::page::Page;
use crate::ui::question::field::typed_words;
use leptos::html::Input;
use leptos::prelude::*;

/// The reply to one finding, by rule id.
#[component]
pub fn Reply(
    /// The page.
    page: Page,
    /// The rule.
    rule: String,
) -> impl IntoView {
    let replies = page.session.replies;
    let now = {
        let rule = rule.clone();
        move || replies.with_untracked(|replies| replies.get(&rule).cloned().unwrap_or_default())
    };
    let open = RwSignal::new(!now().is_empty());
    let input = NodeRef::<Input>::new();
    let id = format!("hs-reply-{rule}");
    let write = {
        let rule = rule.clone();
        move |reason: String| {
            replies.update(|replies| {
                if reason.trim().is_empty() {
                    replies.remove(&rule);
                } else {
                    replies.insert(rule.clone(), reason);
                }
            });
        }
    };
    let typed = {
        let write = write.clone();
        move |event| write(event_target_value(&event))
    };
    let opened = move |_| {
        open.set(true);
        page.after_drawing(move || {
            if let Some(input) = input.try_get_untracked().flatten() {
                let _ = input.focus();
            }
        });
    };
    let back = format!("[data-rule='{rule}'] [data-action='reply']");
    let closed = Callback::new(move |()| {
        write(String::new());
        open.set(false);
        let back = back.clone();
        page.after_drawing(move || {
            page.focus(&back);
        });
    });
    move || {
        if !open.get() {
            let label = page.text("reply-open");
            return view! { class = "hs", <button type="button" class="hs-link" data-action="reply" on:click=opened>{label}</button> }
                .into_any();
        }
        view! { class = "hs",
            <div class="hs-reply">
                <label for=id.clone()>{page.text("reply-label")}</label>
                <div class="hs-line">
                    <input
                        type="text"
                        class="hs-input"
                        id=id.clone()
                        node_ref=input
                        prop:value=now()
                        on:input=typed.clone()
                        aria-describedby=format!("{id}-help")
                        {..typed_words()}
                    />
                    <button type="button" class="hs-link" on:click=move |_| closed.run(())>{page.text("reply-undo")}</button>
                </div>
                <p class="hs-small" id=format!("{id}-help")>{page.text("reply-help")}</p>
            </div>
        }
        .into_any()
    }
}
