// A portal that frames the element from another origin and talks with it. What it hears lies in `window.heard`, in order.
//
//   search=?…   what stands after the address of the frame
const there = `http://localhost:${location.port}`;
const frame = document.createElement("iframe");
frame.title = "Henvisningsstøtte";
frame.src = `${there}/frame.html${new URLSearchParams(location.search).get("search") ?? ""}`;

window.heard = [];
window.say = (message) => frame.contentWindow.postMessage(message, there);
addEventListener("message", ({ source, origin, data }) => {
  if (source === frame.contentWindow && origin === there) window.heard.push(data);
});
frame.addEventListener("load", () => window.say({ type: "hs-attributes", attributes: { region: "midt" } }));
document.querySelector("main").append(frame);
