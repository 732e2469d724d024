package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Card_.CARD;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All ways to hand the cards of three members around within one flush, whatever of them is loaded: a member ends with the card it was given last,
 * and a card that lost its member is deleted. {@code -Drubedo.moves=3} tries longer ways.
 */
class OneToOneMoveTest {

    private static final int MOVES = Integer.getInteger("rubedo.moves", 2);
    private static final List<String> CARDS = List.of("c1", "c2", "new");

    /** What is not loaded when the moves begin. */
    private enum Expired {
        NOTHING, CARDS, MEMBERS, EVERYTHING
    }

    /** One move: a member is given a card, or none, or a card is given a member. Immutable. */
    private record Move(boolean byMember, String member, @Nullable String card) {
        @Override
        public String toString() {
            return byMember ? member + ".card(" + card + ")" : card + ".member(" + member + ")";
        }
    }

    private static List<List<Move>> ways() {
        List<Move> moves = new ArrayList<>();
        for (String member : List.of("m1", "m2", "m3")) {
            moves.add(new Move(true, member, null));
            for (String card : CARDS) {
                moves.add(new Move(true, member, card));
                moves.add(new Move(false, member, card));
            }
        }
        List<List<Move>> ways = List.of(List.of());
        for (int i = 0; i < MOVES; i++) {
            List<List<Move>> longer = new ArrayList<>();
            for (List<Move> way : ways) {
                for (Move move : moves) {
                    List<Move> one = new ArrayList<>(way);
                    one.add(move);
                    longer.add(one);
                }
            }
            ways = longer;
        }
        return ways;
    }

    /** Two cards that change places would need a member without a card in between: the database refuses it. */
    private static boolean isExchange(Map<String, String> owners) {
        return "m2".equals(owners.get("c1")) && "m1".equals(owners.get("c2"));
    }

    /** Says whose the cards are after these moves. */
    private static Map<String, String> expected(List<Move> way) {
        Map<String, String> owners = new TreeMap<>(Map.of("c1", "m1", "c2", "m2"));
        for (Move move : way) {
            owners.values().removeIf(move.member::equals);
            if (move.card != null) {
                owners.put(move.card, move.member);
            }
        }
        return owners;
    }

    @DatabaseTest(only = "sqlite")
    void aCardIsWhoseItWasGivenToLast(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        List<String> failures = new ArrayList<>();
        for (List<Move> way : ways()) {
            for (Expired expired : Expired.values()) {
                statements.clear();
                try (Session session = sessions.open()) {
                    String result = moved(session, way, expired);
                    Map<String, String> owners = expected(way);
                    if (isExchange(owners) ? !result.contains("UniqueViolationException")
                            : !owners.toString().equals(result)) {
                        failures.add(expired + " expired, " + way + ": " + result);
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private static String moved(Session session, List<Move> way, Expired expired) {
        Map<String, Member> members = new HashMap<>();
        Map<String, Card> cards = new HashMap<>();
        for (String name : List.of("m1", "m2", "m3")) {
            members.put(name, new Member(name));
        }
        CARDS.forEach(number -> cards.put(number, new Card(number)));
        member(members, "m1").card(card(cards, "c1"));
        member(members, "m2").card(card(cards, "c2"));
        session.addAll(members.values());
        session.flush();
        for (Object member : expired == Expired.MEMBERS || expired == Expired.EVERYTHING ? members.values()
                : List.of()) {
            session.expire(member);
        }
        for (String card : expired == Expired.CARDS || expired == Expired.EVERYTHING ? List.of("c1", "c2")
                : List.<String>of()) {
            session.expire(card(cards, card));
        }
        try {
            for (Move move : way) {
                Member member = member(members, move.member);
                Card card = move.card == null ? null : card(cards, move.card);
                if (move.byMember || card == null) {
                    member.card(card);
                } else {
                    card.member(member);
                    session.add(card);
                }
            }
            session.flush();
        } catch (RuntimeException e) {
            return e.toString();
        }
        Map<String, String> owners = new TreeMap<>();
        session.execute(text("SELECT card.number, member.name FROM card JOIN member ON member.id = card.member_id"))
                .forEach(row -> owners.put(row.get("number", String.class), row.get("name", String.class)));
        for (Map.Entry<String, Member> one : members.entrySet()) {
            Card card = one.getValue().card();
            if (card != null && !one.getKey().equals(owners.get(card.number()))) {
                return owners + " but " + one.getKey() + " has " + card.number();
            }
        }
        return session.count(select(CARD)) == owners.size() ? owners.toString() : "cards of nobody";
    }

    private static Member member(Map<String, Member> members, String name) {
        return Objects.requireNonNull(members.get(name));
    }

    private static Card card(Map<String, Card> cards, String number) {
        return Objects.requireNonNull(cards.get(number));
    }
}
