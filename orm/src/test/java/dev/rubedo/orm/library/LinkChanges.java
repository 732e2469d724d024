package dev.rubedo.orm.library;

import java.util.List;

/** Changes of links: members like books that do not know of it, and are in clubs that do. Confined to one thread at a time. */
final class LinkChanges extends RandomChanges {

    LinkChanges(RandomWork work) {
        super(work);
    }

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
}
