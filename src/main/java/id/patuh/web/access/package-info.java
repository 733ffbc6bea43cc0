/** Who somebody is that asks for something, and whether he gets it. */
package id.patuh.web.access;
