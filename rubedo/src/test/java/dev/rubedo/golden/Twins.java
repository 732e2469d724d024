package dev.rubedo.golden;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The recorded constructs as they are written here, by id. */
final class Twins {

    private final Map<String, Supplier<?>> twins = new LinkedHashMap<>();
    private final Map<String, String> uncovered = new LinkedHashMap<>();
    private final Map<String, String> differing = new LinkedHashMap<>();

    private Twins() {}

    /** Returns the twins of a group. */
    static Twins of(String group) {
        var twins = new Twins();
        switch (group) {
            case "select" -> SelectTwins.add(twins);
            case "where" -> WhereTwins.add(twins);
            case "join" -> JoinTwins.add(twins);
            case "order" -> OrderTwins.add(twins);
            case "subquery" -> SubqueryTwins.add(twins);
            case "setop" -> SetOperationTwins.add(twins);
            case "cte" -> CommonTableTwins.add(twins);
            case "window" -> WindowTwins.add(twins);
            case "func" -> FunctionTwins.add(twins);
            case "string" -> StringTwins.add(twins);
            case "insert" -> InsertTwins.add(twins);
            case "updatedelete" -> UpdateDeleteTwins.add(twins);
            case "forupdate" -> ForUpdateTwins.add(twins);
            case "quote" -> QuoteTwins.add(twins);
            case "types" -> TypeTwins.add(twins);
            case "ddl" -> DefinitionTwins.add(twins);
            case "json" -> JsonTwins.add(twins);
            case "migrate" -> MigrateTwins.add(twins);
            default -> throw new IllegalArgumentException(group);
        }
        return twins;
    }

    /** Returns the names of all groups. */
    static List<String> groups() {
        return List.of("select", "where", "join", "order", "subquery", "setop", "cte", "window", "func", "string",
                "insert",
                "updatedelete", "forupdate", "quote", "types", "ddl", "json", "migrate");
    }

    void add(String id, Supplier<?> construct) {
        twins.put(id, construct);
    }

    /** Says why a recorded construct has no twin. */
    void without(String reason, String... ids) {
        for (var id : ids) {
            uncovered.put(id, reason);
        }
    }

    /** Says why the text of a twin is another one on some dialects; the checked-in text is what counts there. */
    void differs(String id, String dialects, String reason) {
        for (var dialect : dialects.split(" ")) {
            differing.put(id + "/" + dialect, reason);
        }
    }

    Map<String, Supplier<?>> all() {
        return twins;
    }

    Map<String, String> uncovered() {
        return uncovered;
    }

    boolean isDifferent(String id, String dialect) {
        return differing.containsKey(id + "/" + dialect);
    }
}
