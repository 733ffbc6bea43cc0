package id.patuh.web.access;

import id.patuh.account.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What whoever asks for something must be allowed. Where its path has the variable {@value #SCOPE}, he must be allowed it in
 * that scope; for anybody else there is no such scope.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    /** Name of the variable of paths that is a scope. */
    String SCOPE = "scope";

    Permission value();
}
