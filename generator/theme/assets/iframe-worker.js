// Search on file://, where browsers start no workers: the worker's script runs in a hidden frame instead.
// The theme looks for `window.IFrameWorker` to tell where it runs, and for "iframe-worker" in the name of this file.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  function load(frame, url) {
    return new Promise(function (resolve, reject) {
      const script = frame.document.createElement("script");
      script.onload = resolve;
      script.onerror = reject;
      script.src = url;
      frame.document.body.appendChild(script);
    });
  }

  // A worker imports scripts one after the other, and so does this.
  function loadAll(frame, urls) {
    return urls.reduce(function (before, url) {
      return before.then(function () { return load(frame, url); });
    }, Promise.resolve());
  }

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      this.element = document.createElement("iframe");
      this.element.hidden = true;
      this.element.title = "Search";
      this.element.srcdoc = "<!doctype html><title>Search</title><body>";
      this.ready = new Promise(function (resolve) { this.element.onload = resolve; }.bind(this))
        .then(this.start.bind(this, new URL(url, location).href));
      document.body.appendChild(this.element);
    }

    start(url) {
      const worker = this;
      const frame = this.element.contentWindow;
      frame.importScripts = function () { return loadAll(frame, Array.from(arguments)); };
      frame.postMessage = function (data) { worker.dispatchEvent(new MessageEvent("message", { data: data })); };
      return load(frame, url);
    }

    postMessage(data) {
      const element = this.element;
      this.ready.then(function () {
        element.contentWindow.dispatchEvent(new MessageEvent("message", { data: data }));
      });
    }

    terminate() {
      this.element.remove();
    }
  }

  window.Worker = window.IFrameWorker = IFrameWorker;
})();
