package dev.rubedo.golden;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recorded case: what a construct becomes on each database.
 *
 * @param id
 *            group, dot, name
 * @param says
 *            a plain description
 * @param expected
 *            what each database gets, by the name of its dialect
 * @param refused
 *            dialects that refuse the construct
 * @param refusedEverywhere
 *            whether no dialect takes it
 */
record GoldenCase(String id, String says, Map<String, Expected> expected, List<String> refused,
        boolean refusedEverywhere) {

    /** What one database gets: statements (one, except for DDL) and the parameters in textual order. */
    record Expected(List<String> sql, @Nullable List<String> parameters) {}
}
