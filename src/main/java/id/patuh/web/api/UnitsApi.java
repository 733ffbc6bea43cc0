package id.patuh.web.api;

import id.patuh.account.Permission;
import id.patuh.ledger.followup.FollowUpJson;
import id.patuh.ledger.followup.ItemFilter;
import id.patuh.ledger.followup.ItemStanding;
import id.patuh.ledger.followup.ItemStandings;
import id.patuh.ledger.followup.ItemState;
import id.patuh.ledger.followup.Summary;
import id.patuh.ledger.life.LifeBook;
import id.patuh.ledger.life.LifeRun;
import id.patuh.ledger.trend.SurveyTrend;
import id.patuh.ledger.trend.SurveyTrendJson;
import id.patuh.ledger.trend.SurveyTrends;
import id.patuh.ledger.waiver.StandingJson;
import id.patuh.ledger.waiver.Standings;
import id.patuh.store.Store;
import id.patuh.web.access.ApiPaths;
import id.patuh.web.access.Requires;
import id.patuh.web.access.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How units stand: the documents that the command line writes, too. */
@RestController
class UnitsApi {

    static final String PATH = ApiPaths.V1 + "/units";
    static final String UNIT = PATH + "/{" + Requires.SCOPE + "}";

    private static final int MOST_DAYS = 3_660;

    private final Store store;
    private final LifeBook book;
    private final Clock clock;
    private final ZoneId zone;

    UnitsApi(Store store, Clock clock, ZoneId zone) {
        this.store = store;
        this.book = new LifeBook(store);
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> list(Visitor visitor, HttpServletRequest request) {
        List<LifeRun> seen = book.lasts().stream()
                .filter(run -> visitor.may(Permission.READ_RESULTS, run.scope()))
                .toList();
        return Answers.json(new StandingJson(ApiLanguage.of(request)).list(seen), request);
    }

    @GetMapping(path = UNIT, produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> show(@PathVariable String scope, HttpServletRequest request) {
        LifeRun last = last(scope);
        StandingJson json = new StandingJson(ApiLanguage.of(request));
        return Answers.json(json.text(new Standings(store).of(last, clock.instant())), request);
    }

    @GetMapping(path = UNIT + "/surveys", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> surveys(
            @PathVariable String scope,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String revisions,
            HttpServletRequest request) {
        Given given = new Given();
        boolean all = given.flag("revisions", revisions);
        given.check();
        LifeRun last = last(scope);
        SurveyTrend trend = new SurveyTrend(last, new SurveyTrends(store).series(last)).of(unit, all);
        return Answers.json(new SurveyTrendJson(ApiLanguage.of(request)).text(List.of(trend)), request);
    }

    @GetMapping(path = UNIT + "/follow-ups", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> followUps(
            @PathVariable String scope,
            @RequestParam(required = false) List<String> state,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String owner,
            @RequestParam(required = false) String dueWithin,
            @RequestParam(required = false) String zone,
            HttpServletRequest request) {
        Given given = new Given();
        Set<ItemState> states = given.words("state", state, ItemState.values(), ItemState::word);
        Integer days = dueWithin == null ? null : given.number("dueWithin", dueWithin, 0, 0, MOST_DAYS);
        ZoneId in = given.zone("zone", zone, this.zone);
        given.check();
        Instant now = clock.instant();
        List<ItemStanding> all = new ItemStandings(store, in).of(scope, now);
        List<ItemStanding> shown = new ItemFilter(states, unit, owner, null, days).of(all);
        return Answers.json(new FollowUpJson(in).of(shown, Summary.of(shown, all), now), request);
    }

    @GetMapping(path = UNIT + "/follow-ups/{item}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.READ_RESULTS)
    ResponseEntity<byte[]> followUp(
            @PathVariable String scope,
            @PathVariable String item,
            @RequestParam(required = false) String zone,
            HttpServletRequest request) {
        Given given = new Given();
        ZoneId in = given.zone("zone", zone, this.zone);
        given.check();
        ItemStanding shown = new ItemStandings(store, in).of(scope, item, clock.instant());
        return Answers.json(new FollowUpJson(in).of(shown), request);
    }

    private LifeRun last(String scope) {
        return book.checked(scope, null, null);
    }
}
