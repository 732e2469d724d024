package dev.rubedo.golden;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.SchemaMarks;
import dev.rubedo.dialect.Dialect;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A construct under options of an engine: other traits of the dialect, or schemas in the place of others. */
record Changed(Object construct, UnaryOperator<DialectTraits> traits, Map<String, String> schemas) {

    static Changed names(Object construct, List<String> quoted, List<String> bare) {
        return new Changed(construct, traits -> traits.withQuoter(traits.quoter().leavingBare(bare).quoting(quoted)),
                Map.of());
    }

    static Changed schemas(Object construct, Map<String, String> schemas) {
        return new Changed(construct, DialectTraits::withSchemaMarks, schemas);
    }

    Compiled compiled(Dialect dialect) {
        var compiled = Compiled.of(construct, dialect.with(traits.apply(dialect.traits())));
        return new Compiled(compiled.sql().stream().map(sql -> SchemaMarks.replace(sql, schema -> {
            var actual = schemas.getOrDefault(schema, schema);
            return actual.isEmpty() ? "" : dialect.quoter().quote(actual) + '.';
        })).toList(), compiled.parameters());
    }
}
