package dev.rubedo.orm.library;

import java.util.UUID;

/** Changes of stamps and loans: keys from the program, foreign keys without relationships. Confined to one thread at a time. */
final class StampChanges extends RandomChanges {

    StampChanges(RandomWork work) {
        super(work);
    }

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
