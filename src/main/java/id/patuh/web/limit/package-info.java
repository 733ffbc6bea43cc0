/** How much of the server one client, one account or one kind of work may take, so that there is enough for all others. */
package id.patuh.web.limit;
