package dev.rubedo.dialect.oracle;

import dev.rubedo.reflect.CatalogRow;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reader of the rows of columns. The default of a column, whose text the server stores as it was written, is also the
 * expression of a virtual column and the sequence of an identity column. Stateless.
 */
final class OracleColumns {

    private OracleColumns() {}

    static CatalogRow read(CatalogRow row) {
        var text = row.textOrEmpty("column_default").strip();
        boolean isVirtual = row.text("generation_storage") != null;
        boolean isIdentity = row.truth("is_identity");
        Map<String, @Nullable Object> changes = new HashMap<>();
        changes.put("column_default", isVirtual || isIdentity || text.equalsIgnoreCase("NULL") || text.isEmpty() ? null
                : text);
        changes.put("generation_expression", isVirtual ? text : null);
        return row.with(changes);
    }
}
