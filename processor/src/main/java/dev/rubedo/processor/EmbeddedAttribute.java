package dev.rubedo.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A record that is stored in several columns. To the runtime, only its components are attributes.
 *
 * @param accessor its declaration
 * @param java the type of the record
 * @param parts its components, in order
 */
record EmbeddedAttribute(Accessor accessor, TypeName java, List<Part> parts) {

    /**
     * A component of the record.
     *
     * @param component its name
     * @param column the attribute that stores it
     * @param nullable whether it may be null while other components are not
     */
    record Part(String component, ColumnAttribute column, boolean nullable) {}

    String name() {
        return accessor.name();
    }

    /** Returns the name of the class with the components in the query model. */
    String columnsName() {
        return Names.capitalized(name()) + "Columns";
    }

    /** Returns the column names for documentation. */
    String columns() {
        return parts.stream().map(part -> "{@code " + part.column().column() + "}").collect(Collectors.joining(", "));
    }
}
