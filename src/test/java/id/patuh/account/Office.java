package id.patuh.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.patuh.rulebook.MovingClock;
import id.patuh.rulebook.RulebookException;
import id.patuh.store.ReasonedException;
import id.patuh.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Accounts of a test, with hashes that take no time. */
final class Office {

    static final Instant MORNING = Instant.parse("2026-11-02T01:00:00Z");
    static final String HERE = "192.0.2.7";
    static final Secret GOOD = Secret.of("kuda lumping menari");
    static final Secret OTHER = Secret.of("wayang golek bernyanyi");

    final Store store;
    final MovingClock clock = new MovingClock(MORNING);
    final Accounts accounts;
    final SignIns signIns;
    final Tokens tokens;
    final AuditTrail trail;

    Office(Store store) {
        this.store = store;
        Passwords passwords = new Passwords(4);
        accounts = new Accounts(store, clock, passwords);
        signIns = new SignIns(store, clock, passwords);
        tokens = new Tokens(store, clock);
        trail = new AuditTrail(store, clock);
    }

    /** With an administrator who has every role, and has changed his password. */
    static Office withAdministrator(Store store) {
        Office office = new Office(store);
        office.accounts
                .addFirst(new Profile("admin", "", EnumSet.allOf(Role.class), Reach.EVERYWHERE), OTHER)
                .orElseThrow();
        office.signIns.changePassword("admin", OTHER, GOOD, HERE);
        return office;
    }

    Actor admin() {
        return by("admin");
    }

    Actor by(String name) {
        return Actor.signedIn(accounts.get(name), HERE);
    }

    /** Adds somebody with a password of his own; bound to scopes, where some are named. */
    Account add(String name, Role role, String... scopes) {
        Reach reach = scopes.length == 0 ? Reach.EVERYWHERE : Reach.over(Set.of(scopes));
        accounts.add(new Profile(name, "", Set.of(role), reach), OTHER, admin());
        return signIns.changePassword(name, OTHER, GOOD, HERE);
    }

    Account change(String name, Set<Role> roles, Actor by) {
        Account seen = accounts.get(name);
        Profile profile = seen.profile();
        return accounts.change(
                new Profile(name, profile.shownName(), roles, profile.reach()), true, seen.version(), by);
    }

    Account disable(String name, Actor by) {
        Account seen = accounts.get(name);
        return accounts.change(seen.profile(), false, seen.version(), by);
    }

    void later(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    /** Why something is refused. */
    static String reason(Runnable work) {
        Throwable e = catchThrowable(work::run);
        if (e instanceof RulebookException rulebook) {
            return rulebook.problem().reason();
        }
        assertThat(e).isInstanceOf(ReasonedException.class);
        return ((ReasonedException) e).reason();
    }

    /** Whether something is refused, or null. */
    String signIn(String name, Secret password) {
        try {
            signIns.signIn(name, password, HERE);
            return null;
        } catch (AccountException e) {
            return e.reason();
        }
    }

    /** What the last entry of the trail says. */
    AuditEvent last() {
        return trail.read(AuditFilter.ALL, null, 1).get(0).event();
    }

    /** Does all at the same moment, and gives why each was refused; nothing for those that were not. */
    static Set<String> atOnce(List<Runnable> works) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            CountDownLatch start = new CountDownLatch(works.size());
            List<Future<String>> refusals = new ArrayList<>();
            for (Runnable work : works) {
                refusals.add(threads.submit((Callable<String>) () -> {
                    start.countDown();
                    start.await();
                    try {
                        work.run();
                        return "";
                    } catch (ReasonedException e) {
                        return e.reason();
                    }
                }));
            }
            Set<String> reasons = new TreeSet<>();
            for (Future<String> refusal : refusals) {
                reasons.add(refusal.get());
            }
            return reasons;
        } finally {
            threads.shutdownNow();
        }
    }
}
