package dev.rubedo.dialect.h2;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.InsertColumns;
import dev.rubedo.compile.MergeRenderer;
import dev.rubedo.compile.RenderContext;
import dev.rubedo.type.SqlType;

/** The upsert of H2. Immutable. */
final class H2MergeRenderer extends MergeRenderer {

    H2MergeRenderer(DialectTraits traits) {
        super(traits);
    }

    /** H2 does not infer the types of values in a table of values, so each is cast to the type of its column. */
    @Override
    protected void renderRow(InsertColumns columns, int row, RenderContext out) {
        for (int i = 0; i < columns.names().size(); i++) {
            var type = type(columns.names().get(i).type(), out);
            out.sql(i == 0 ? "" : ", ").sql(type.isEmpty() ? "" : "CAST(");
            columns.writeValue(row, i, out);
            out.sql(type.isEmpty() ? "" : " AS " + type + ")");
        }
    }

    /**
     * Returns a type without a length, because a cast to a shorter one would truncate the value; empty for a type that
     * is already in its parameter marker.
     */
    private static String type(SqlType<?> type, RenderContext out) {
        return switch (type.family()) {
            case UNKNOWN, JSON, INTERVAL -> "";
            case TEXT, ENUM -> {
                var name = out.types().renderForCast(type);
                yield name.contains("LARGE OBJECT") || name.contains("CLOB") || name.equals("TEXT") ? name : "VARCHAR";
            }
            case BINARY -> out.types().renderForCast(type).replaceFirst("\\(\\d+\\)$", "");
            case BOOLEAN, INTEGER, DECIMAL, FLOATING, DATE, TIME, TIMESTAMP, UUID, ARRAY, OTHER -> out.types()
                    .renderForCast(type);
        };
    }
}
