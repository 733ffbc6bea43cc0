package id.patuh.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For whom something is that needs no permission. What carries neither this nor {@link Requires} is for nobody. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {

    /** To whom. */
    enum To {
        /** Also to whoever is not signed in. */
        EVERYBODY,
        /** To whoever is signed in; also before he has changed a password that somebody else set. */
        SIGNED_IN
    }

    To value();
}
