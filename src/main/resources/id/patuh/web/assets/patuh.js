// What forms and htmx cannot do by themselves. Every page works without it.
"use strict";

// A form that was sent is not sent again by a second click.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.sent === "yes") {
    event.preventDefault();
    return;
  }
  if (form.method === "post" && !event.defaultPrevented) {
    form.dataset.sent = "yes";
  }
});

// Back in history the page comes from memory, and its forms may be sent again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent);
});
