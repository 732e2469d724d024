package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.DialectTraits;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.SettableColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The detection of explicit values for identity columns, and the statement that allows them in a session. Stateless.
 */
final class SqlServerIdentities {

    private SqlServerIdentities() {}

    /** Returns the table of an INSERT that assigns a value to an identity column; null for others. */
    static @Nullable Table given(Insert<?> insert, DialectTraits traits) {
        if (!(insert.target() instanceof Table table)) {
            return null;
        }
        return columns(insert, table).stream()
                .anyMatch(each -> each instanceof Column<?> column && isIdentity(column)) ? table : null;
    }

    private static List<? extends SettableColumn<?>> columns(Insert<?> insert, Table table) {
        if (insert.query() != null) {
            return insert.queryColumns().isEmpty() ? table.columns() : insert.queryColumns();
        }
        return insert.rows().isEmpty() ? List.of() : insert.rows().get(0).columns();
    }

    /** An auto-increment key is an identity, unless it takes its values from a sequence. */
    private static boolean isIdentity(Column<?> column) {
        return column.identityOption() != null
                || column.equals(column.table().autoincrementColumn()) && column.sequenceDefault() == null;
    }

    /** Returns the statement that allows or disallows explicit values for the identity column of a table. */
    static String allowed(Table table, boolean isAllowed, DialectTraits traits) {
        return "SET IDENTITY_INSERT " + traits.qualifier(table.schema()) + traits.quoter().quote(table.name())
                + (isAllowed ? " ON" : " OFF");
    }
}
