package dev.rubedo.generate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.SourceVersion;

/** A set of names that must be unique: those of a package or of a class. Confined to one thread at a time. */
final class NameScope {
    /** The methods of {@code Object} without parameters, which an attribute of the same name would override. */
    private static final Set<String> OF_OBJECTS = Set.of("hashCode", "toString", "getClass", "notify", "notifyAll",
            "wait", "clone", "finalize");

    /** Classes that generated code refers to by simple name, or that a reader would take for those of Java. */
    private static final Set<String> CLASSES = Set.of("Object", "String", "Boolean", "Short", "Integer", "Long",
            "Float", "Double", "Enum", "Record", "Class", "Override", "Deprecated", "List", "Set", "Map", "BigDecimal",
            "BigInteger", "LocalDate", "LocalTime", "LocalDateTime", "OffsetDateTime", "Instant", "Duration", "UUID",
            "Entities", "Schema", "ColumnTypes", "Table", "Column", "Model", "Character", "Byte", "Number", "Math",
            "System", "Thread", "Exception", "Error", "Iterable", "Process", "Module", "Package", "Void", "Entity",
            "Id",
            "Relationship", "ForeignKey", "JoinTable", "Index", "Indexes", "Unique", "Uniques", "Check", "Checks",
            "Type",
            "Types", "Comment", "Computed", "Default", "ServerDefault", "ServerOnUpdate", "TableOption", "TableOptions",
            "Enumerated", "Json", "ArrayOf", "Cascade", "OnDelete", "PassiveDeletes", "Nullable", "Version",
            "Generated",
            "Supplier", "Optional", "Arrays", "Collection", "Function", "Session", "Engine", "Condition", "Expression");

    private final Set<String> taken;
    private final Function<String, Collection<String>> occupies;

    private NameScope(Set<String> taken, Function<String, Collection<String>> occupies) {
        this.taken = new HashSet<>(taken);
        this.occupies = occupies;
    }

    /** Returns the scope of the attributes of an entity, or of the fields of a table. */
    static NameScope ofAttributes() {
        return new NameScope(OF_OBJECTS, Set::of);
    }

    /** Returns the scope of a package, in which each entity also has a generated base class and a query model. */
    static NameScope ofClasses() {
        return new NameScope(CLASSES, name -> Set.of(name, name + "Base", name + "_"));
    }

    /** Returns the scope of constants. */
    static NameScope ofConstants() {
        return new NameScope(Set.of(), Set::of);
    }

    /**
     * Returns a name, if necessary changed so that it is a unique Java identifier.
     *
     * @param wanted the name
     * @param otherwise the name to use if none of its letters is allowed
     */
    String take(String wanted, String otherwise) {
        var name = identifier(wanted, otherwise);
        for (int number = 2; isTaken(name); number++) {
            name = identifier(wanted, otherwise) + (wanted.matches(".*\\d") ? "_" : "") + number;
        }
        taken.addAll(occupies.apply(name));
        return name;
    }

    private boolean isTaken(String name) {
        return occupies.apply(name).stream().anyMatch(taken::contains);
    }

    boolean has(String name) {
        return taken.contains(name);
    }

    private static String identifier(String wanted, String otherwise) {
        var out = new StringBuilder();
        wanted.codePoints().filter(Character::isJavaIdentifierPart).filter(each -> each != '$')
                .forEach(out::appendCodePoint);
        var name = out.isEmpty() ? otherwise : out.toString();
        if (!Character.isJavaIdentifierStart(name.codePointAt(0))) {
            name = otherwise + Words.capitalized(name);
        }
        return SourceVersion.isKeyword(name, SourceVersion.RELEASE_21) || name.equals("_") ? name + "Value" : name;
    }
}
