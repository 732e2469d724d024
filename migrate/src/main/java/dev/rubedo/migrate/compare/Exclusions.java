package dev.rubedo.migrate.compare;

import dev.rubedo.schema.AddConstraint;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import java.util.Locale;

/** A writer of exclusion constraints in the form in which they are compared. Stateless. */
final class Exclusions {
    private Exclusions() {}

    static String definition(ExclusionConstraint exclusion, ComparisonContext context) {
        var table = new MetaData(NamingConvention.INDEXES_ONLY).table("t");
        var plain = exclusion.named("").deferrable(dev.rubedo.schema.Deferrability.DEFAULT);
        var sql = context.dialect().compile(new AddConstraint(table, plain));
        var text = sql.substring(sql.indexOf("EXCLUDE") + "EXCLUDE".length()).strip();
        return text.toLowerCase(Locale.ROOT).replaceAll("::\\w+( \\w+)?", "").replaceAll("[()\\s]+", " ")
                .replaceAll(" ?, ?", ", ").strip();
    }
}
