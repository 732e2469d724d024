package dev.rubedo.migrate.render;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** A statement that is a part of an operation. Immutable. */
public sealed interface RenderedStatement {

    /**
     * Returns the statements as text, with all values written into them.
     *
     * @param dialect the dialect
     */
    List<String> sql(Dialect dialect);

    /**
     * DDL.
     *
     * @param element the DDL
     */
    record Ddl(DdlElement element) implements RenderedStatement {
        @Override
        public List<String> sql(Dialect dialect) {
            return dialect.statements(element);
        }
    }

    /**
     * A type that is created with a table, unless it exists.
     *
     * @param element the DDL
     * @param schema the schema of the type; empty for the default one
     * @param name the name of the type
     */
    record MissingType(DdlElement element, String schema, String name) implements RenderedStatement {
        @Override
        public List<String> sql(Dialect dialect) {
            return dialect.statements(element);
        }
    }

    /**
     * A statement that changes rows.
     *
     * @param statement the statement
     */
    record Dml(Statement<?> statement) implements RenderedStatement {
        @Override
        public List<String> sql(Dialect dialect) {
            return List.of(dialect.compileWithValues(statement));
        }
    }

    /**
     * Hand-written SQL.
     *
     * @param text the SQL
     */
    record Text(String text) implements RenderedStatement {
        private static final Pattern OF_ROWS = Pattern
                .compile(
                        "(?is)(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(insert|update|delete|merge|replace|select|with|values)\\b.*");

        @Override
        public List<String> sql(Dialect dialect) {
            return List.of(text);
        }

        /** Returns whether the SQL only reads or changes rows, so that it is rolled back with its transaction. */
        public boolean isOfRows() {
            return OF_ROWS.matcher(text).matches();
        }
    }
}
