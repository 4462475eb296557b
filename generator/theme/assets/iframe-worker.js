// Search on file://, where browsers start no workers: the worker's script runs in a hidden frame instead.
// The theme looks for `window.IFrameWorker` to tell where it runs, and for "iframe-worker" in the name of this file.
(() => {
  if (location.protocol !== "file:") return;

  const load = (frame, src) =>
    new Promise((onload, onerror) => {
      const script = Object.assign(frame.document.createElement("script"), { onload, onerror, src });
      frame.document.body.append(script);
    });

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.element = document.createElement("iframe");
      this.element.hidden = true;
      this.element.title = "Search";
      this.element.srcdoc = "<!doctype html><title>Search</title><body>";
      const loaded = new Promise((resolve) => (this.element.onload = resolve));
      this.ready = loaded.then(() => this.start(new URL(url, location).href));
      document.body.append(this.element);
    }

    start(url) {
      const frame = this.element.contentWindow;
      // A worker imports scripts one after the other, and so does this.
      frame.importScripts = async (...urls) => {
        for (const each of urls) await load(frame, each);
      };
      frame.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      return load(frame, url);
    }

    postMessage(data) {
      const frame = this.element.contentWindow;
      this.ready.then(() => frame.dispatchEvent(new MessageEvent("message", { data })));
    }

    terminate() {
      this.element.remove();
    }
  }

  window.Worker = window.IFrameWorker = IFrameWorker;
})();
