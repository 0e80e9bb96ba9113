// The stand-alone page only: once the form can be used, a worker keeps the page's own files, so that it also opens without a network.
// The element itself never registers anything.

/** Where strings may not name scripts, a policy that names this one. The worker is always the one beside the page. */
const worker = () => globalThis.trustedTypes?.createPolicy('hs-page', { createScriptURL: () => 'sw.js' }).createScriptURL('') ?? 'sw.js';

customElements.whenDefined('henvisnings-stotte')
  // A summary is given when the form is ready, also when that was long ago.
  .then(() => document.querySelector('henvisnings-stotte').summary())
  .then(() => navigator.serviceWorker.register(worker()))
  // Without one the page works as before.
  .catch(() => {});
