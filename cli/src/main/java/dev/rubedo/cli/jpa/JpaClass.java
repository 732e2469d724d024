package dev.rubedo.cli.jpa;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A persistent class of JPA. The conversion modifies its tree.
 *
 * @param file the source file
 * @param declaration the class
 * @param kind its kind
 * @param annotations its original annotations
 * @param superclass the simple name of its original superclass
 * @param interfaces its original interfaces
 * @param imports the original imports of the file
 * @param attributes its own persistent attributes, in order
 */
record JpaClass(Path file, ClassOrInterfaceDeclaration declaration, Kind kind,
        List<AnnotationExpr> annotations, Optional<String> superclass, List<ClassOrInterfaceType> interfaces,
        List<String> imports,
        List<JpaAttribute> attributes) {

    private static final Set<String> PACKAGES = Set.of("javax.persistence", "jakarta.persistence");

    /** The kinds of persistent classes. */
    enum Kind {
        ENTITY("Entity"), MAPPED_SUPERCLASS("MappedSuperclass"), EMBEDDABLE("Embeddable"),
        /** An abstract class without attributes, which becomes an interface. */
        STATELESS("");

        private final String annotation;

        Kind(String annotation) {
            this.annotation = annotation;
        }
    }

    /** Returns the top-level persistent classes of a file. */
    static List<JpaClass> of(Path file, CompilationUnit unit) {
        boolean isJpa = unit.getImports().stream().anyMatch(
                each -> PACKAGES.stream().anyMatch(name -> each.getNameAsString().startsWith(name)))
                || PACKAGES.stream().anyMatch(unit.toString()::contains);
        var imports = unit.getImports().stream().map(each -> each.getNameAsString()).toList();
        var found = new ArrayList<JpaClass>();
        for (var type : unit.getTypes()) {
            if (type instanceof ClassOrInterfaceDeclaration declaration && !declaration.isInterface()) {
                kind(declaration, isJpa).ifPresent(kind -> found.add(new JpaClass(file, declaration, kind,
                        List.copyOf(declaration.getAnnotations()),
                        declaration.getExtendedTypes().getFirst().map(ClassOrInterfaceType::getNameAsString),
                        List.copyOf(declaration.getImplementedTypes()),
                        imports, kind == Kind.STATELESS ? List.of() : attributes(declaration))));
            }
        }
        return found;
    }

    /** Returns the tree of the file that is to contain the class. */
    CompilationUnit unit() {
        return declaration.findCompilationUnit().orElseThrow();
    }

    /** Moves the class to a file of its own. */
    void moveApart() {
        var unit = unit();
        var own = new CompilationUnit();
        unit.getPackageDeclaration().ifPresent(name -> own.setPackageDeclaration(name.clone()));
        unit.getImports().forEach(each -> own.addImport(each.clone()));
        unit.getTypes().remove(declaration);
        own.addType(declaration);
    }

    private static Optional<Kind> kind(ClassOrInterfaceDeclaration declaration, boolean isJpa) {
        boolean isStateless = declaration.isAbstract()
                && declaration.getFields().stream().allMatch(FieldDeclaration::isStatic)
                && declaration.getConstructors().stream().allMatch(each -> each.getBody().isEmpty());
        for (var kind : Kind.values()) {
            if (isJpa && kind != Kind.STATELESS
                    && JpaAnnotations.has(declaration.getAnnotations(), kind.annotation)) {
                boolean isBare = kind == Kind.MAPPED_SUPERCLASS && isStateless
                        && !declaration.getTypeParameters().isEmpty() && attributes(declaration).isEmpty();
                return Optional.of(isBare ? Kind.STATELESS : kind);
            }
        }
        return isStateless ? Optional.of(Kind.STATELESS) : Optional.empty();
    }

    String name() {
        return declaration.getNameAsString();
    }

    String packageName() {
        return unit().getPackageDeclaration().map(each -> each.getNameAsString()).orElse("");
    }

    boolean isEntity() {
        return kind == Kind.ENTITY;
    }

    Optional<AnnotationExpr> find(String annotation) {
        return JpaAnnotations.find(annotations, annotation);
    }

    /** Returns whether the type of an attribute is or contains a type parameter of the class. */
    boolean usesTypeParameter(JpaAttribute attribute) {
        return declaration.getTypeParameters().stream()
                .anyMatch(each -> attribute.type().asString().matches(".*\\b" + each.getNameAsString() + "\\b.*"));
    }

    /** Returns the qualified name of a type that the file names. */
    String imported(String simpleName) {
        return imports.stream().filter(each -> each.endsWith("." + simpleName)).findFirst()
                .orElse(packageName() + "." + simpleName);
    }

    String table() {
        return find("Table").map(table -> JpaAnnotations.text(table, "name")).filter(text -> !text.isEmpty())
                .orElseGet(() -> JpaAttribute.snake(find("Entity").map(entity -> JpaAnnotations.text(entity, "name"))
                        .filter(text -> !text.isEmpty()).orElse(name())));
    }

    String schema() {
        return find("Table").map(table -> JpaAnnotations.text(table, "schema")).orElse("");
    }

    Optional<JpaAttribute> attribute(String name) {
        return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    static int line(Node node) {
        return node.getBegin().map(begin -> begin.line).orElse(1);
    }

    /**
     * JPA uses getters instead of fields if a getter has the annotation of the key, or any annotation if the class has
     * no key.
     */
    private static List<JpaAttribute> attributes(ClassOrInterfaceDeclaration declaration) {
        boolean byField = declaration.getFields().stream().anyMatch(JpaClass::isAnnotated);
        boolean byGetter = !byField && declaration.getMethods().stream().anyMatch(
                method -> JpaAnnotations.has(method.getAnnotations(), "Id", "EmbeddedId", "Column", "ManyToOne",
                        "OneToMany", "ManyToMany", "OneToOne"));
        var found = new ArrayList<JpaAttribute>();
        if (byGetter) {
            declaration.getMethods().stream().filter(JpaClass::isGetter).forEach(method -> {
                var name = property(method);
                found.add(new JpaAttribute(name, method.getType(), List.copyOf(method.getAnnotations()), null,
                        hasSetter(declaration, name), line(method)));
            });
            return found;
        }
        for (var field : declaration.getFields()) {
            if (!field.isStatic() && !field.isTransient() && !JpaAnnotations.has(field.getAnnotations(), "Transient")) {
                field.getVariables().forEach(variable -> found.add(new JpaAttribute(variable.getNameAsString(),
                        variable.getType(), List.copyOf(field.getAnnotations()), variable.getInitializer().orElse(null),
                        hasSetter(declaration, variable.getNameAsString()), line(field))));
            }
        }
        return found;
    }

    private static boolean isAnnotated(FieldDeclaration field) {
        return JpaAnnotations.has(field.getAnnotations(), "Id", "EmbeddedId", "Column", "ManyToOne", "OneToMany",
                "ManyToMany", "OneToOne", "Embedded", "Enumerated", "Version", "ElementCollection");
    }

    private static boolean isGetter(MethodDeclaration method) {
        return !method.isStatic() && method.getParameters().isEmpty() && !method.getType().isVoidType()
                && !JpaAnnotations.has(method.getAnnotations(), "Transient")
                && method.getNameAsString().matches("(get|is)[A-Z].*");
    }

    static String property(MethodDeclaration getter) {
        var bare = getter.getNameAsString().replaceFirst("^(get|is)", "");
        return bare.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + bare.substring(1);
    }

    private static boolean hasSetter(ClassOrInterfaceDeclaration declaration, String name) {
        return JpaAnnotations.has(declaration.getAnnotations(), "Data", "Setter")
                || declaration.getMethods().stream().anyMatch(
                        method -> method.getNameAsString().equalsIgnoreCase("set" + name)
                                && method.getParameters().size() == 1);
    }
}
