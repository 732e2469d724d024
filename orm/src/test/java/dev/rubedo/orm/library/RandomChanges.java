package dev.rubedo.orm.library;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.state.InstanceState;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The changes that {@link RandomWork} makes to objects, each done to the {@link World} too. What is not possible now is not done. Confined to
 * one thread at a time.
 */
final class RandomChanges {

    private final RandomWork work;

    RandomChanges(RandomWork work) {
        this.work = work;
    }

    private World world() {
        return work.world;
    }

    // --- authors and books: a one-to-many with both sides, which passes deletion on

    void newAuthor() {
        String author = work.newName("author");
        Author object = new Author(author);
        work.put(author, object);
        world().add(author, "author", author);
        work.run("Author " + author + " = new Author()", () -> {});
        for (int i = work.choice(3); i > 0; i--) {
            String book = makeBook(null);
            world().set(book, "author", author);
            if (work.maybe()) {
                work.run(author + ".books().add(" + book + ")", () -> object.books().add(work.book(book)));
            } else {
                work.run(book + ".author(" + author + ")", () -> work.book(book).author(object));
            }
        }
        work.run("session.add(" + author + ")", () -> work.session.add(object));
    }

    private String makeBook(@Nullable String isbn) {
        String book = work.newName("book");
        work.put(book, new Book(book).isbn(isbn));
        world().add(book, "book", book);
        world().set(book, "isbn", isbn);
        work.run("Book " + book + " = new Book().isbn(" + isbn + ")", () -> {});
        return book;
    }

    void newBook() {
        String author = work.any("author");
        int way = author == null ? 0 : work.choice(4);
        if (way == 3) {
            work.flush();
        }
        String book = makeBook(freeIsbn());
        Book object = work.book(book);
        switch (way) {
            case 1 -> work.run(author + ".books().add(" + book + ")", () -> work.author(author).books().add(object));
            case 2 -> {
                work.run(book + ".author(" + author + ")", () -> object.author(work.author(author)));
                work.run("session.add(" + book + ")", () -> work.session.add(object));
            }
            case 3 -> {
                work.run(book + ".authorId(" + author + ".id())", () -> object.authorId(work.author(author).id()));
                work.run("session.add(" + book + ")", () -> work.session.add(object));
                work.flush();
                forget(author, true);
            }
            default -> work.run("session.add(" + book + ")", () -> work.session.add(object));
        }
        world().set(book, "author", way == 0 ? null : author);
    }

    /** An ISBN that is free, maybe only when what is to be deleted is gone. */
    private @Nullable String freeIsbn() {
        String isbn = "isbn" + work.choice(6);
        boolean taken = world().alive("book").stream().anyMatch(book -> isbn.equals(world().get(book, "isbn")));
        return taken ? null : isbn;
    }

    /** A collection that was not told of a change is read again, or not looked at. */
    private void forget(String owner, boolean lacks) {
        if (!work.expires() || work.maybe()) {
            work.run("session.expire(" + owner + ")", () -> work.session.expire(work.object(owner)));
            work.stale.remove(owner);
            work.lacking.remove(owner);
        } else {
            work.stale.add(owner);
            if (lacks) {
                work.lacking.add(owner);
            }
        }
    }

    /** What does not know its owner, being expired, cannot tell it that it leaves. */
    private void readOrForgetOwner(String handle, String attribute, Runnable read) {
        String owner = world().get(handle, attribute);
        if (owner != null && !InstanceState.of(work.object(handle)).values().containsKey(attribute)) {
            if (!work.expires() || work.maybe()) {
                work.run(handle + "." + attribute + "()", read);
            } else {
                work.stale.add(owner);
            }
        }
    }

    private void forgetIfLacking(String owner) {
        if (work.lacking.contains(owner)) {
            work.flush();
            work.run("session.expire(" + owner + ")", () -> work.session.expire(work.object(owner)));
            work.stale.remove(owner);
            work.lacking.remove(owner);
        }
    }

    void moveBook() {
        String book = work.any("book");
        String author = work.any("author");
        if (book == null || author == null) {
            return;
        }
        String before = world().get(book, "author");
        Book object = work.book(book);
        readOrForgetOwner(book, "author", object::author);
        switch (work.choice(4)) {
            case 0 -> work.run(author + ".books().add(" + book + ")", () -> work.author(author).books().add(object));
            case 1 -> work.run(author + ".books().add(0, " + book + ")",
                    () -> work.author(author).books().add(0, object));
            case 2 -> work.run(book + ".author(" + author + ")", () -> object.author(work.author(author)));
            default -> {
                work.flush();
                work.run(book + ".authorId(" + author + ".id())", () -> object.authorId(work.author(author).id()));
                work.flush();
                forget(author, true);
                if (before != null && !before.equals(author)) {
                    forget(before, false);
                }
            }
        }
        world().set(book, "author", author);
    }

    void takeBook() {
        String book = work.any("book");
        String author = book == null ? null : world().get(book, "author");
        if (book == null || author == null) {
            return;
        }
        Book object = work.book(book);
        readOrForgetOwner(book, "author", object::author);
        switch (work.stale.contains(author) ? 0 : work.choice(3)) {
            case 0 -> work.run(book + ".author(null)", () -> object.author(null));
            case 1 -> work.run("while (" + author + ".books().remove(" + book + "))", () -> {
                // an object that was added twice is in the list twice until it is read again
                while (work.author(author).books().remove(object)) {
                    continue;
                }
            });
            default -> work.run(author + ".books().removeAll(List.of(" + book + "))",
                    () -> work.author(author).books().removeAll(List.of(object)));
        }
        world().set(book, "author", null);
    }

    void clearBooks() {
        String author = work.any("author");
        if (author != null && !work.stale.contains(author)) {
            work.run(author + ".books().clear()", () -> work.author(author).books().clear());
            world().referring("book", "author", author).forEach(book -> world().set(book, "author", null));
        }
    }

    void giveIsbn() {
        String book = work.any("book");
        String other = work.any("book");
        if (book == null || other == null) {
            return;
        }
        String one = world().get(book, "isbn");
        String two = world().get(other, "isbn");
        work.run("session.noAutoflush(() -> " + book + " and " + other + " exchange their isbn)",
                () -> work.session.noAutoflush(() -> {
                    work.book(book).isbn();
                    work.book(other).isbn();
                    work.book(book).isbn(two);
                    work.book(other).isbn(one);
                }));
        world().set(book, "isbn", two);
        world().set(other, "isbn", one);
    }

    void setIsbn() {
        String book = work.any("book");
        if (book != null) {
            String isbn = freeIsbn();
            work.run(book + ".isbn(" + isbn + ")", () -> work.book(book).isbn(isbn));
            world().set(book, "isbn", isbn);
        }
    }

    void deleteBook() {
        String book = work.any("book");
        if (book != null && world().linkedFrom("favourite", book).isEmpty()) {
            delete(book);
        }
    }

    void deleteAuthor() {
        String author = work.any("author");
        if (author != null && world().referring("book", "author", author).stream()
                .allMatch(book -> world().linkedFrom("favourite", book).isEmpty())) {
            forgetIfLacking(author);
            delete(author);
        }
    }

    private void delete(String handle) {
        if (work.isPending(handle)) {
            work.flush();
        }
        work.run("session.delete(" + handle + ")", () -> work.session.delete(work.object(handle)));
        world().doom(handle, true);
    }

    /** Books of an author who is to be deleted are given away, if that is not too late. */
    void rescueBook() {
        String book = work.any(world().going("book").stream().filter(one -> !world().isDoomed(one)).toList());
        String author = work.any("author");
        if (book == null || author == null) {
            return;
        }
        Book object = work.book(book);
        if (!work.isDeleted(book) && work.choice(3) == 0) {
            takeFromDeletedAuthor(book);
            return;
        }
        if (work.isDeleted(book)) {
            work.run(author + ".books().add(" + book + ") is refused",
                    () -> assertThatThrownBy(() -> work.author(author).books().add(object))
                            .isInstanceOf(ObjectStateException.class));
            return;
        }
        boolean byCollection = work.maybe();
        String before = Objects.requireNonNull(world().get(book, "author"));
        world().set(book, "author", author);
        if (!world().isUnique()) {
            world().set(book, "author", before);
            return;
        }
        work.session.noAutoflush(() -> {
            object.author();
            if (byCollection) {
                work.run("noAutoflush " + author + ".books().add(" + book + ")",
                        () -> work.author(author).books().add(object));
            } else {
                work.run("noAutoflush " + book + ".author(" + author + ")",
                        () -> object.author(work.author(author)));
            }
        });
    }

    private void takeFromDeletedAuthor(String book) {
        String before = Objects.requireNonNull(world().get(book, "author"));
        world().set(book, "author", null);
        if (!world().isUnique()) {
            world().set(book, "author", before);
            return;
        }
        work.session.noAutoflush(() -> {
            work.book(book).author();
            work.run("noAutoflush " + book + ".author(null)", () -> work.book(book).author(null));
        });
    }

    /** A deletion is taken back, if that is not too late. */
    void keep() {
        List<String> kinds = List.of("author", "book", "member", "card", "club", "shelf", "box", "stamp", "loan");
        String kind = kinds.get(work.choice(kinds.size()));
        String handle = work.any(world().going(kind).stream().filter(one -> world().isDoomed(one)).toList());
        if (handle == null || kind.equals("card") && !work.explicit.contains(handle)) {
            return;
        }
        if (work.isDeleted(handle)) {
            work.run("session.add(" + handle + ") is refused",
                    () -> assertThatThrownBy(() -> work.session.add(work.object(handle)))
                            .isInstanceOf(ObjectStateException.class));
            return;
        }
        world().doom(handle, false);
        if (world().isUnique() && !world().isGoing(handle)) {
            work.explicit.remove(handle);
            work.run("session.add(" + handle + ")", () -> work.session.add(work.object(handle)));
        } else {
            world().doom(handle, true);
        }
    }

    // --- members and cards: a one-to-one with a unique foreign key, which deletes orphans

    void newMember() {
        String member = work.newName("member");
        Member object = new Member(member);
        work.put(member, object);
        world().add(member, "member", member);
        work.run("Member " + member + " = new Member()", () -> {});
        if (work.maybe()) {
            giveNewCard(member, false);
        }
        work.run("session.add(" + member + ")", () -> work.session.add(object));
    }

    void giveNewCard() {
        String member = work.any("member");
        if (member != null) {
            giveNewCard(member, true);
        }
    }

    private void giveNewCard(String member, boolean mayBeAdded) {
        String number = freeNumber(member);
        String card = work.newName("card");
        Card object = new Card(number);
        work.put(card, object);
        work.run("Card " + card + " = new Card(" + number + ")", () -> {});
        boolean byMember = work.maybe();
        if (byMember) {
            work.run(member + ".card(" + card + ")", () -> work.member(member).card(object));
        } else {
            work.run(card + ".member(" + member + ")", () -> object.member(work.member(member)));
            if (mayBeAdded) {
                work.run("session.add(" + card + ")", () -> work.session.add(object));
            }
        }
        takeCardFrom(member);
        world().add(card, "card", number);
        world().set(card, "member", member);
        work.forgetWhatIsTransient();
    }

    private String freeNumber(String member) {
        String number = "number" + work.choice(8);
        boolean taken = world().alive("card").stream().anyMatch(
                card -> number.equals(world().get(card, "name")) && !member.equals(world().get(card, "member")));
        return taken ? work.newName("other") : number;
    }

    private void takeCardFrom(String member) {
        world().referring("card", "member", member).forEach(card -> world().doom(card, true));
    }

    void takeCard() {
        String member = work.any("member");
        if (member != null) {
            work.run(member + ".card(null)", () -> work.member(member).card(null));
            takeCardFrom(member);
            work.forgetWhatIsTransient();
        }
    }

    void moveCard() {
        String card = work.any("card");
        String member = work.any("member");
        if (card == null || member == null || member.equals(world().get(card, "member"))) {
            return;
        }
        if (work.maybe()) {
            work.run(member + ".card(" + card + ")", () -> work.member(member).card(work.card(card)));
        } else {
            work.run(card + ".member(" + member + ")", () -> work.card(card).member(work.member(member)));
        }
        takeCardFrom(member);
        world().set(card, "member", member);
        work.forgetWhatIsTransient();
    }

    void deleteCard() {
        String card = work.any("card");
        if (card != null) {
            delete(card);
            work.explicit.add(card);
        }
    }

    /** A card that was taken away is given to somebody, if that is not too late. */
    void rescueCard() {
        String card = work.any(world().going("card").stream()
                .filter(one -> world().isDoomed(one) && !work.explicit.contains(one)).toList());
        String member = work.any("member");
        if (card == null || member == null) {
            return;
        }
        Card object = work.card(card);
        if (work.isDeleted(card)) {
            work.run(member + ".card(" + card + ") is refused",
                    () -> assertThatThrownBy(() -> work.member(member).card(object))
                            .isInstanceOf(ObjectStateException.class));
            return;
        }
        World before = world().copy();
        takeCardFrom(member);
        world().doom(card, false);
        world().set(card, "member", member);
        if (!world().isUnique()) {
            work.world = before;
            return;
        }
        boolean byMember = work.maybe();
        work.session.noAutoflush(() -> {
            object.member();
            if (byMember) {
                work.run("noAutoflush " + member + ".card(" + card + ")", () -> work.member(member).card(object));
            } else {
                work.run("noAutoflush " + card + ".member(" + member + ")", () -> object.member(work.member(member)));
            }
        });
        work.forgetWhatIsTransient();
    }

    void deleteMember() {
        String member = work.any("member");
        if (member != null && world().referring("loan", "member", member).isEmpty()) {
            delete(member);
        }
    }

    // --- links

    void like() {
        String member = work.any("member");
        String book = work.any("book");
        if (member != null && book != null) {
            work.run(member + ".favourites().add(" + book + ")",
                    () -> work.member(member).favourites().add(work.book(book)));
            world().link("favourite", member, book);
        }
    }

    void likeNoMore() {
        String member = work.any("member");
        String book = member == null ? null : work.any(world().linked("favourite", member));
        if (member == null || book == null) {
            return;
        }
        if (work.maybe()) {
            work.run(member + ".favourites().removeAll(List.of(" + book + "))",
                    () -> work.member(member).favourites().removeAll(List.of(work.book(book))));
            world().unlink("favourite", member, book);
        } else {
            work.run(member + ".favourites().clear()", () -> work.member(member).favourites().clear());
            world().linked("favourite", member).forEach(other -> world().unlink("favourite", member, other));
        }
    }

    void newClub() {
        String club = work.newName("club");
        work.put(club, new Club(club));
        world().add(club, "club", club);
        work.run("session.add(" + club + ")", () -> work.session.add(work.object(club)));
    }

    void join() {
        String member = work.any("member");
        String club = work.any("club");
        if (member == null || club == null) {
            return;
        }
        if (work.maybe()) {
            work.run(member + ".clubs().add(" + club + ")", () -> work.member(member).clubs().add(work.club(club)));
        } else {
            work.run(club + ".members().add(" + member + ")",
                    () -> work.club(club).members().add(work.member(member)));
        }
        world().link("membership", member, club);
    }

    void leave() {
        String member = work.any("member");
        String club = member == null ? null : work.any(world().linked("membership", member));
        if (member == null || club == null || world().isGoing(club)) {
            return;
        }
        switch (work.choice(3)) {
            case 0 -> work.run(member + ".clubs().removeAll(List.of(" + club + "))",
                    () -> work.member(member).clubs().removeAll(List.of(work.club(club))));
            case 1 -> work.run(club + ".members().removeAll(List.of(" + member + "))",
                    () -> work.club(club).members().removeAll(List.of(work.member(member))));
            default -> {
                work.run(club + ".members().clear()", () -> work.club(club).members().clear());
                world().linkedFrom("membership", club).forEach(other -> world().unlink("membership", other, club));
            }
        }
        world().unlink("membership", member, club);
    }

    void deleteClub() {
        String club = work.any("club");
        if (club != null) {
            delete(club);
        }
    }

    // --- shelves and boxes: natural keys with versions, a one-to-many without another side

    void newShelf() {
        String code = "code" + work.choice(4);
        if (world().alive("shelf").stream().anyMatch(shelf -> code.equals(world().get(shelf, "name")))) {
            return;
        }
        String shelf = work.newName("shelf");
        Shelf object = new Shelf(code);
        work.put(shelf, object);
        world().add(shelf, "shelf", code);
        work.run("Shelf " + shelf + " = new Shelf(" + code + ")", () -> {});
        if (work.maybe()) {
            String box = work.newName("box");
            work.put(box, new Box(box));
            world().add(box, "box", box);
            world().set(box, "shelf", shelf);
            work.run(shelf + ".boxes().add(" + box + ")", () -> object.boxes().add(work.box(box)));
        }
        work.run("session.add(" + shelf + ")", () -> work.session.add(object));
    }

    void newBox() {
        String box = work.newName("box");
        work.put(box, new Box(box));
        world().add(box, "box", box);
        work.run("session.add(" + box + ")", () -> work.session.add(work.object(box)));
    }

    void labelShelf() {
        String shelf = work.any("shelf");
        if (shelf != null) {
            String label = work.newName("label");
            work.run(shelf + ".label(" + label + ")", () -> work.shelf(shelf).label(label));
            world().set(shelf, "label", label);
        }
    }

    void recodeShelf() {
        work.flush();
        String shelf = work.any("shelf");
        String code = "code" + work.choice(4);
        if (shelf != null && world().referring("box", "shelf", shelf).isEmpty()
                && world().alive("shelf").stream().noneMatch(other -> code.equals(world().get(other, "name")))) {
            work.run(shelf + ".code(" + code + ")", () -> work.shelf(shelf).code(code));
            world().set(shelf, "name", code);
        }
    }

    void placeBox() {
        String box = work.any("box");
        String shelf = work.any("shelf");
        if (box == null || shelf == null) {
            return;
        }
        String before = world().get(box, "shelf");
        if (before != null) {
            // in the collections of two shelves at once it would be anywhere
            work.flush();
        }
        if (work.maybe()) {
            work.run(shelf + ".boxes().add(" + box + ")", () -> work.shelf(shelf).boxes().add(work.box(box)));
        } else {
            work.flush();
            work.run(box + ".shelfCode(" + shelf + ".code())",
                    () -> work.box(box).shelfCode(work.shelf(shelf).code()));
            work.flush();
            forget(shelf, true);
        }
        world().set(box, "shelf", shelf);
        if (before != null && !before.equals(shelf) && world().contains(before) && !world().isGoing(before)) {
            work.flush();
            forget(before, false);
        }
    }

    void takeBox() {
        String box = work.any("box");
        String shelf = box == null ? null : world().get(box, "shelf");
        if (box != null && shelf != null && !world().isGoing(shelf) && !work.stale.contains(shelf)) {
            work.run(shelf + ".boxes().removeAll(List.of(" + box + "))",
                    () -> work.shelf(shelf).boxes().removeAll(List.of(work.box(box))));
            world().set(box, "shelf", null);
        }
    }

    void deleteBox() {
        String box = work.any("box");
        if (box != null) {
            delete(box);
        }
    }

    void deleteShelf() {
        String shelf = work.any("shelf");
        if (shelf != null) {
            forgetIfLacking(shelf);
            delete(shelf);
        }
    }

    // --- stamps and loans: keys from the program, foreign keys without relationships

    void newStamp() {
        String key = new UUID(0, work.choice(4)).toString();
        if (world().alive("stamp").stream().anyMatch(stamp -> key.equals(world().get(stamp, "name")))) {
            return;
        }
        String original = work.any("stamp");
        String stamp = work.newName("stamp");
        Stamp object = new Stamp(UUID.fromString(key));
        work.put(stamp, object);
        world().add(stamp, "stamp", key);
        world().set(stamp, "colour", "blue");
        if (work.maybe()) {
            object.colour("red");
            world().set(stamp, "colour", "red");
        }
        if (original != null && work.maybe()) {
            object.copyOf(work.stamp(original).id());
            world().set(stamp, "copyOf", original);
        }
        work.run("session.add(" + stamp + " = " + world().line(stamp) + ")", () -> work.session.add(object));
    }

    void writeStamp() {
        String stamp = work.any("stamp");
        String other = work.any("stamp");
        // MariaDB would not delete a row that refers to itself
        if (stamp != null && other != null && !stamp.equals(other)) {
            String text = work.newName("text");
            work.run(stamp + ".text(" + text + ").copyOf(" + other + ".id())",
                    () -> work.stamp(stamp).text(text).copyOf(work.stamp(other).id()));
            world().set(stamp, "text", text);
            world().set(stamp, "copyOf", other);
        }
    }

    void deleteStamp() {
        String stamp = work.any("stamp");
        if (stamp != null && world().referring("loan", "stamp", stamp).isEmpty()
                && world().referring("stamp", "copyOf", stamp).stream().allMatch(stamp::equals)) {
            delete(stamp);
        }
    }

    void newLoan() {
        String stamp = work.any("stamp");
        String member = work.any("member");
        if (stamp != null) {
            String loan = work.newName("loan");
            Loan object = new Loan(work.stamp(stamp).id());
            work.put(loan, object);
            world().add(loan, "loan", loan);
            world().set(loan, "stamp", stamp);
            if (member != null && work.maybe()) {
                object.member(work.member(member));
                world().set(loan, "member", member);
            }
            work.run("session.add(" + loan + " = " + world().line(loan) + ")", () -> work.session.add(object));
        }
    }

    void changeLoan() {
        String loan = work.any("loan");
        String stamp = work.any("stamp");
        String member = work.maybe() ? null : work.any("member");
        if (loan != null && stamp != null) {
            work.run(loan + ".stampId(" + stamp + ".id()).member(" + member + ")", () -> {
                work.loan(loan).stampId(work.stamp(stamp).id());
                work.loan(loan).member(member == null ? null : work.member(member));
            });
            world().set(loan, "stamp", stamp);
            world().set(loan, "member", member);
        }
    }

    void deleteLoan() {
        String loan = work.any("loan");
        if (loan != null) {
            delete(loan);
        }
    }
}
