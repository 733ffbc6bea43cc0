/** The same for programs: answers in JSON below {@code /api/v1}, to whoever sends a token; {@code openapi.json} says which. */
package id.patuh.web.api;
