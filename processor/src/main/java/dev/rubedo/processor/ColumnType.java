package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * How values of one Java type are stored.
 *
 * @param java the Java type, primitive or not
 * @param sql the expression that creates the SQL type
 * @param transfer how a value is passed to and from JDBC
 * @param enumeration whether the Java type is an enum
 */
record ColumnType(TypeName java, CodeBlock sql, Transfer transfer, boolean enumeration) {

    /**
     * The method of {@code RowReader} and {@code ParameterWriter} that moves a value, without boxing if possible.
     * Immutable.
     */
    enum Transfer {
        LONG("Long"), INT("Int"), DOUBLE("Double"), BOOLEAN("Boolean"), STRING("String"), OBJECT("");

        private final String suffix;

        Transfer(String suffix) {
            this.suffix = suffix;
        }

        /** Returns the suffix of the methods' names: {@code getLong}, {@code setLong}. */
        String suffix() {
            return suffix;
        }
    }
}
