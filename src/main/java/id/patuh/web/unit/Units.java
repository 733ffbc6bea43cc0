package id.patuh.web.unit;

import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.store.Store;
import id.patuh.web.frame.NotThere;
import org.springframework.stereotype.Component;

/** Units as all their pages look them up. */
@Component
class Units {

    private final LifeBook book;

    Units(Store store) {
        this.book = new LifeBook(store);
    }

    /** The last completed run of a scope; without one there is nothing to show. */
    LifeRun last(String scope) {
        return book.last(scope).orElseThrow(NotThere::new);
    }
}
