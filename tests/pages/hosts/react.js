// A portal in React 19: the answers to begin with are a property, the finished letter is an event, and each of them draws anew.
import { createElement as make, useState } from "react";
import { createRoot } from "react-dom/client";

// React sets properties only on an element that is defined when it is drawn; before, it would write them as attributes.
await import("/henvisningsstotte.js");

function Portal() {
  const [letters, setLetters] = useState([]);
  return make("section", null,
    make("h1", null, "En portal"),
    make("henvisnings-stotte", {
      region: "midt",
      storage: "none",
      context: { "age-years": 57, "referrer-role": "gp" },
      "onhs-summary": (event) => setLetters([...letters, event.detail.text]),
    }),
    make("pre", { id: "taken", "data-host": "" }, letters.join("\n")));
}

createRoot(document.querySelector("#react")).render(make(Portal));
