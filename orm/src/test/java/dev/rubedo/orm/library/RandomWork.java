package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Author_.AUTHOR;
import static dev.rubedo.orm.library.Book_.BOOK;
import static dev.rubedo.orm.library.Box_.BOX;
import static dev.rubedo.orm.library.Cabinet_.CABINET;
import static dev.rubedo.orm.library.Card_.CARD;
import static dev.rubedo.orm.library.Club_.CLUB;
import static dev.rubedo.orm.library.Disc_.DISC;
import static dev.rubedo.orm.library.Drawer_.DRAWER;
import static dev.rubedo.orm.library.Loan_.LOAN;
import static dev.rubedo.orm.library.Media_.MEDIA;
import static dev.rubedo.orm.library.Member_.MEMBER;
import static dev.rubedo.orm.library.Shelf_.SHELF;
import static dev.rubedo.orm.library.Stamp_.STAMP;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionSavepoint;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One session that works at random, beside the {@link World} that says what should come of it. What it did is written down as code. Confined
 * to one thread at a time.
 */
final class RandomWork {

    /** A savepoint and what the world was then. Immutable. */
    private record Point(SessionSavepoint savepoint, World world) {}

    private final SessionFactory sessions;
    private final FaultsOfTheNetwork faults;
    private final boolean expires;
    private final Map<String, Object> objects = new TreeMap<>();
    private final Deque<Point> points = new ArrayDeque<>();
    private final List<String> log = new ArrayList<>();
    private int lastName;
    private World committed = new World();
    final Random random;
    final Session session;
    World world = new World();

    /** Handles of things that were changed in a way of which the collections of their owners are not told before they are read again. */
    final Set<String> stale = new HashSet<>();

    /** Handles of those whose collections even lack something: deleting them would fail. */
    final Set<String> lacking = new HashSet<>();

    /** Handles of cards that were deleted by themselves: others were taken away from their member. */
    final Set<String> explicit = new HashSet<>();

    RandomWork(SessionFactory sessions, FaultsOfTheNetwork faults, long seed, boolean expires) {
        this.sessions = sessions;
        this.faults = faults;
        this.random = new Random(seed);
        this.expires = expires;
        this.session = sessions.open();
    }

    // --- what the changes need

    boolean expires() {
        return expires;
    }

    /** Runs a change under its description. */
    void run(String code, Runnable change) {
        log.add(code);
        change.run();
    }

    List<String> log() {
        return log;
    }

    boolean maybe() {
        return random.nextBoolean();
    }

    int choice(int bound) {
        return random.nextInt(bound);
    }

    @Nullable
    String any(List<String> handles) {
        return handles.isEmpty() ? null : handles.get(random.nextInt(handles.size()));
    }

    @Nullable
    String any(String kind) {
        return any(world.alive(kind));
    }

    String newName(String kind) {
        return kind + ++lastName;
    }

    void put(String handle, Object object) {
        objects.put(handle, object);
    }

    Object object(String handle) {
        return Objects.requireNonNull(objects.get(handle), handle);
    }

    Author author(String handle) {
        return (Author) object(handle);
    }

    Book book(String handle) {
        return (Book) object(handle);
    }

    Member member(String handle) {
        return (Member) object(handle);
    }

    Card card(String handle) {
        return (Card) object(handle);
    }

    Club club(String handle) {
        return (Club) object(handle);
    }

    Shelf shelf(String handle) {
        return (Shelf) object(handle);
    }

    Box box(String handle) {
        return (Box) object(handle);
    }

    Stamp stamp(String handle) {
        return (Stamp) object(handle);
    }

    Loan loan(String handle) {
        return (Loan) object(handle);
    }

    Media media(String handle) {
        return (Media) object(handle);
    }

    Cabinet cabinet(String handle) {
        return (Cabinet) object(handle);
    }

    Drawer drawer(String handle) {
        return (Drawer) object(handle);
    }

    boolean isPending(String handle) {
        return InstanceState.of(object(handle)).isPending();
    }

    boolean isDeleted(String handle) {
        return InstanceState.of(object(handle)).wasDeleted();
    }

    /** New objects that lost their owner are not inserted: they are gone at once. */
    void forgetWhatIsTransient() {
        for (String kind : List.of("card", "book", "drawer")) {
            for (String handle : world.going(kind)) {
                if (InstanceState.of(object(handle)).isTransient()) {
                    world.remove(handle);
                }
            }
        }
    }

    // --- what a session does

    void flush() {
        run("session.flush()", session::flush);
        world.settle();
    }

    void commit() {
        run("session.commit()", session::commit);
        points.clear();
        world.settle();
        committed = world.copy();
        if (expires) {
            stale.clear();
            lacking.clear();
        }
        check();
    }

    void rollback() {
        run("session.rollback()", session::rollback);
        points.clear();
        stale.clear();
        lacking.clear();
        goBackTo(committed);
    }

    /** Statements fail from a random one on, as if the network were lost, until the session is rolled back. */
    void failSomewhere() {
        log.add("statements fail from one on: flush, rollback");
        boolean isFailed = false;
        faults.after(choice(6));
        try {
            if (maybe()) {
                session.flush();
            } else {
                session.all(select(BOOK));
            }
        } catch (FaultsOfTheNetwork.Lost e) {
            isFailed = true;
        } finally {
            faults.end();
        }
        log.add(isFailed ? "which failed" : "which did not fail");
        rollback();
    }

    private void goBackTo(World before) {
        for (Map.Entry<String, Object> one : objects.entrySet()) {
            if (!before.contains(one.getKey())) {
                assertThat(session.contains(one.getValue())).as(one.getKey()).isFalse();
            }
        }
        world = before.copy();
        explicit.removeIf(handle -> !world.contains(handle) || !world.isDoomed(handle));
        for (String handle : objects.keySet()) {
            if (world.contains(handle)) {
                assertThat(InstanceState.of(object(handle)).isPersistent()).as(handle).isTrue();
            }
        }
    }

    void savepoint() {
        if (points.size() < 2) {
            log.add("SessionSavepoint point" + points.size() + " = session.savepoint()");
            SessionSavepoint savepoint = session.savepoint();
            world.settle();
            points.push(new Point(savepoint, world.copy()));
        }
    }

    void rollbackToSavepoint() {
        Point point = points.poll();
        if (point != null) {
            run("point" + points.size() + ".rollback()", point.savepoint::rollback);
            goBackTo(point.world);
        }
    }

    void releaseSavepoint() {
        Point point = points.poll();
        if (point != null) {
            run("point" + points.size() + ".commit()", point.savepoint::commit);
            world.settle();
        }
    }

    void expireSomething() {
        String handle = anything();
        if (handle != null) {
            flush();
            run("session.expire(" + handle + ")", () -> session.expire(object(handle)));
        }
    }

    void expireAll() {
        flush();
        run("session.expireAll()", session::expireAll);
        stale.clear();
        lacking.clear();
    }

    void refreshSomething() {
        String handle = anything();
        if (handle != null) {
            flush();
            run("session.refresh(" + handle + ")", () -> session.refresh(object(handle)));
        }
    }

    void detachAndAddAgain() {
        String handle = anything();
        if (handle != null) {
            flush();
            run("session.detach(" + handle + ")", () -> session.detach(object(handle)));
            if (object(handle) instanceof Shelf shelf && maybe()) {
                String label = newName("label");
                run(handle + ".label(\"" + label + "\")", () -> shelf.label(label));
                world.set(handle, "label", label);
            }
            run("session.add(" + handle + ")", () -> session.add(object(handle)));
        }
    }

    /** Objects are read by another session, changed without one, and merged here. */
    void mergeACopy() {
        commit();
        String book = any("book");
        String shelf = any("shelf");
        String member = any("member");
        String club = any("club");
        if (book != null && shelf != null && member != null && club != null) {
            log.add("merge copies of " + List.of(book, shelf, member, club));
            List<Object> copies = sessions.fromTransaction(other -> {
                Book copiedBook = other.require(Book.class, book(book).id());
                Shelf copiedShelf = other.require(Shelf.class, shelf(shelf).code());
                Member copiedMember = other.require(Member.class, member(member).id());
                log.add("which has " + copiedBook.title() + copiedShelf.boxes() + copiedMember.clubs()
                        + copiedMember.favourites());
                return List.of(copiedBook, copiedShelf, copiedMember);
            });
            String label = newName("label");
            ((Shelf) copies.get(1)).label(label);
            ((Member) copies.get(2)).clubs().clear();
            if (maybe()) {
                ((Member) copies.get(2)).favourites().clear();
                world.linked("favourite", member).forEach(other -> world.unlink("favourite", member, other));
            }
            assertThat(session.merge(copies.get(0))).isSameAs(object(book));
            assertThat(session.merge(copies.get(1))).isSameAs(object(shelf));
            assertThat(session.merge(copies.get(2))).isSameAs(object(member));
            world.set(shelf, "label", label);
            world.linked("membership", member).forEach(other -> world.unlink("membership", member, other));
        }
    }

    void query() {
        log.add("query");
        assertThat(session.all(select(BOOK.title).orderBy(BOOK.title)))
                .isEqualTo(world.alive("book").stream().map(handle -> world.get(handle, "name")).sorted().toList());
        assertThat(session.all(select(CARD.number).orderBy(CARD.number)))
                .isEqualTo(world.alive("card").stream().map(handle -> world.get(handle, "name")).sorted().toList());
        assertThat(session.all(select(DISC.title).orderBy(DISC.title))).isEqualTo(world.alive("media").stream()
                .filter(handle -> object(handle) instanceof Disc).map(handle -> world.get(handle, "name")).sorted()
                .toList());
        world.settle();
    }

    /** Compares one object with the world, flushed or not. */
    void look() {
        String handle = anything();
        if (handle == null) {
            return;
        }
        if (maybe() || object(handle) instanceof Box || object(handle) instanceof Stamp) {
            flush();
        }
        log.add("look at " + handle);
        if (!stale.contains(handle)) {
            assertThat(describe(object(handle), this::isGoing)).isEqualTo(world.line(handle));
        }
    }

    private @Nullable String anything() {
        List<String> kinds = List.of("author", "book", "member", "card", "club", "shelf", "box", "stamp", "loan",
                "media", "cabinet", "drawer");
        return any(kinds.get(random.nextInt(kinds.size())));
    }

    // --- what is compared

    /** The database and the objects of this session must be as the world is. */
    private void check() {
        List<String> expected = world.lines();
        sessions.inTransaction(other -> {
            assertThat(everything(other)).as("database").isEqualTo(expected);
            for (Table table : sessions.model().metadata().tables()) {
                Object rows = other.one(text("SELECT COUNT(*) FROM " + table.name())).get(1);
                assertThat(((Number) rows).longValue()).as(table.name()).isEqualTo(world.count(table.name()));
            }
        });
        for (Map.Entry<String, Object> one : objects.entrySet()) {
            String handle = one.getKey();
            if (world.contains(handle) && !stale.contains(handle) && !world.isHidden(handle)) {
                assertThat(describe(one.getValue(), this::isGoing)).as("own object").isEqualTo(world.line(handle));
            }
        }
    }

    private boolean isGoing(Object object) {
        return InstanceState.of(object).wasDeleted()
                || objects.entrySet().stream().anyMatch(one -> one.getValue() == object
                        && world.contains(one.getKey()) && world.isGoing(one.getKey()));
    }

    private static List<String> everything(Session session) {
        List<Object> all = new ArrayList<>();
        all.addAll(session.all(select(AUTHOR)));
        all.addAll(session.all(select(BOOK)));
        all.addAll(session.all(select(MEMBER)));
        all.addAll(session.all(select(CARD)));
        all.addAll(session.all(select(CLUB)));
        all.addAll(session.all(select(SHELF)));
        all.addAll(session.all(select(BOX)));
        all.addAll(session.all(select(STAMP)));
        all.addAll(session.all(select(LOAN)));
        all.addAll(session.all(select(MEDIA)));
        all.addAll(session.all(select(CABINET)));
        all.addAll(session.all(select(DRAWER)));
        return all.stream().map(object -> describe(object, any -> false)).sorted().toList();
    }

    private static String describe(Object object, java.util.function.Predicate<Object> isGoing) {
        return switch (object) {
            case Author author -> "author " + author.name() + " books=" + names(author.books(), Book::title, isGoing);
            case Book book -> "book " + book.title() + " isbn=" + book.isbn() + " author="
                    + name(book.author(), Author::name, isGoing);
            case Member member -> "member " + member.name() + " card=" + name(member.card(), Card::number, isGoing)
                    + " favourites=" + names(member.favourites(), Book::title, isGoing) + " clubs="
                    + names(member.clubs(), Club::name, isGoing);
            case Card card -> "card " + card.number() + " member=" + name(card.member(), Member::name, isGoing);
            case Club club -> "club " + club.name() + " members=" + names(club.members(), Member::name, isGoing);
            case Shelf shelf -> "shelf " + shelf.code() + " label=" + shelf.label() + " boxes="
                    + names(shelf.boxes(), Box::name, isGoing);
            case Box box -> "box " + box.name() + " shelf=" + box.shelfCode();
            case Stamp stamp -> "stamp " + stamp.id() + " colour=" + stamp.colour() + " text=" + stamp.text()
                    + " copyOf=" + stamp.copyOf();
            case Loan loan -> "loan of " + loan.stampId() + " member=" + name(loan.member(), Member::name, isGoing);
            case Media media -> "media " + media.getClass().getSimpleName() + " " + media.title() + " size="
                    + media.size() + " copyOf="
                    + (media instanceof Disc disc ? name(disc.copyOf(), Media::title, isGoing) : null);
            case Cabinet cabinet -> "cabinet " + cabinet.name() + " place=" + cabinet.place() + " drawers="
                    + cabinet.drawers().entrySet().stream().filter(one -> !isGoing.test(one.getValue()))
                            .map(one -> one.getKey() + ":" + one.getValue().name()).sorted().toList();
            case Drawer drawer -> "drawer " + drawer.name() + " label=" + drawer.label() + " size=" + drawer.size();
            default -> throw new IllegalArgumentException(object.toString());
        };
    }

    private static <T> @Nullable String name(@Nullable T object, Function<T, String> name,
            java.util.function.Predicate<Object> isGoing) {
        return object == null || isGoing.test(object) ? null : name.apply(object);
    }

    private static <T> List<String> names(Collection<T> objects, Function<T, String> name,
            java.util.function.Predicate<Object> isGoing) {
        return objects.stream().filter(object -> !isGoing.test(object)).map(name).distinct().sorted().toList();
    }
}
