package dev.rubedo.orm.library;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.orm.error.ObjectStateException;

/** Changes of members and cards: a one-to-one with a unique foreign key, which deletes orphans. Confined to one thread at a time. */
final class CardChanges extends RandomChanges {

    CardChanges(RandomWork work) {
        super(work);
    }

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
        work.session.withoutAutoflush(() -> {
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
}
