package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.sql.Functions.*;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.sql.Like;
import java.util.List;

/** Text: LIKE and its kin, concatenation, regular expressions. */
final class StringTwins {

    private StringTwins() {}

    private static Like plain(dev.rubedo.sql.Condition like) {
        var it = (Like) like;
        return new Like(it.operand(), it.pattern(), it.match(), it.ignoresCase(), "", it.isNegated());
    }

    private static Like escaped(dev.rubedo.sql.Condition like, String escape) {
        var it = (Like) like;
        return new Like(it.operand(), it.pattern(), it.match(), it.ignoresCase(), escape, it.isNegated());
    }

    static void add(Twins twins) {
        twins.add("string.collate", () -> users.name.collate("utf8_bin").eq("x"));
        twins.add("string.concat_eq", () -> users.name.concat("1").eq("a1"));
        twins.add("string.concat_int",
                () -> select(users.age.plus(1), users.name.concat(cast(users.age, STRING))));
        twins.add("string.concat_left", () -> value("x").concat(users.name));
        twins.add("string.concat_method", () -> users.name.concat("z"));
        twins.add("string.contains", () -> plain(users.name.contains("nn")));
        twins.add("string.contains_expr",
                () -> new Like(users.fullname, upper(users.name), Like.Match.CONTAINS, false, "",
                        false));
        twins.add("string.icontains", () -> plain(users.name.containsIgnoreCase("NN")));
        twins.add("string.iendswith_autoescape", () -> users.name.endsWithIgnoreCase("N_"));
        twins.add("string.ilike_escape", () -> escaped(users.name.ilike("A/_%"), "/"));
        twins.add("string.istartswith", () -> plain(users.name.startsWithIgnoreCase("AN")));
        twins.add("string.like", () -> users.name.like("a%"));
        twins.add("string.like_escape", () -> escaped(users.name.like("a/%%"), "/"));
        twins.add("string.not_contains", () -> not(plain(users.name.contains("nn"))));
        twins.add("string.not_like", () -> users.name.notLike("a%"));
        twins.add("string.not_like_tilde", () -> not(escaped(users.name.like("a/_%"), "/")));
        twins.add("string.not_startswith", () -> not(plain(users.name.startsWith("an"))));
        twins.add("string.regexp_flags", () -> users.name.regexpMatch("^A", "i"));
        twins.differs("string.regexp_flags", "sqlite", "the recorded text leaves the flags out");
        twins.add("string.regexp_not", () -> not(users.name.regexpMatch("^a.*")));
        twins.add("string.startswith", () -> plain(users.name.startsWith("an")));
        twins.add("string.startswith_autoescape", () -> users.name.startsWith("a%b_c/d"));
        twins.add("string.startswith_escape",
                () -> new Like(users.name, value("a^%b^^c"), Like.Match.STARTS_WITH, false,
                        "^", false));
        twins.add("string.match", () -> match(users.name, "ann"));
        twins.add("string.not_match", () -> not(match(users.name, "ann")));
        for (var id : List.of("string.match", "string.not_match")) {
            twins.differs(id, "sqlite", "only virtual tables have MATCH");
            twins.differs(id, "postgresql", "the text is converted like the words");
            twins.differs(id, "mysql mariadb", "words are words, and no expression of operators");
            twins.differs(id, "oracle", "CONTAINS is a number");
        }
        twins.add("string.regexp_replace", () -> regexpReplace(users.name, "a", "b"));
        twins.add("string.regexp_replace_flags", () -> regexpReplace(users.name, "a", "b", "ig"));
        twins.differs("string.regexp_replace", "postgresql", "all matches are replaced, as elsewhere");
        twins.differs("string.regexp_replace_flags", "mysql", "the fourth argument is a position");
    }
}
