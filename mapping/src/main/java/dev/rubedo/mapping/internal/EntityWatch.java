package dev.rubedo.mapping.internal;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;

/**
 * A listener that reads the entities of one compilation from their syntax, and asks the compiler for the classes that they
 * extend once it has entered all classes: after the rounds of annotation processing, if there are any. Confined to one
 * thread at a time.
 */
final class EntityWatch implements TaskListener {

    private static final String PACKAGE = "dev.rubedo.mapping.";
    private static final String ENTITY = PACKAGE + "Entity";
    private static final String PROCESSOR = "dev/rubedo/processor/MappingProcessor.class";

    private final JavacTask task;
    private final ClassLoader classPath;
    private final List<FoundEntity> entities = new ArrayList<>();
    private final List<AnnotatedField> fields = new ArrayList<>();
    private int entering;
    private boolean isProcessing;
    private boolean isDone;

    /**
     * @param classPath the class path in which the compiler also looks for processors
     */
    EntityWatch(JavacTask task, ClassLoader classPath) {
        this.task = task;
        this.classPath = classPath;
    }

    @Override
    public void started(TaskEvent event) {
        switch (event.getKind()) {
            case ANNOTATION_PROCESSING -> isProcessing = true;
            case ENTER -> entering++;
            default -> {
                // the other steps come later
            }
        }
    }

    @Override
    public void finished(TaskEvent event) {
        switch (event.getKind()) {
            case PARSE -> read(event.getCompilationUnit());
            case ENTER -> {
                entering--;
                // a class of the source path is entered while others are
                if (entering == 0) {
                    // here, because the compiler's own error for such a field ends annotation processing
                    reportFields();
                    if (!isProcessing) {
                        check();
                    }
                }
            }
            case ANNOTATION_PROCESSING -> check();
            default -> {
                // the other steps come later
            }
        }
    }

    private void read(CompilationUnitTree unit) {
        if (isDone) {
            return;
        }
        String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        for (Tree declared : unit.getTypeDecls()) {
            if (declared instanceof ClassTree type) {
                Tree base = type.getExtendsClause();
                readFields(type, unit);
                if (base != null && isEntity(type, unit) && base.toString().equals(type.getSimpleName() + "Base")) {
                    entities.add(new FoundEntity(type.getSimpleName().toString(), prefix + base, base, unit));
                }
            }
        }
    }

    /**
     * Finds fields with attribute annotations, as in JPA; the compiler itself only reports that the annotations are not
     * applicable there.
     */
    private void readFields(ClassTree type, CompilationUnitTree unit) {
        if (!isEntity(type, unit)) {
            return;
        }
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree field) {
                for (AnnotationTree annotation : field.getModifiers().getAnnotations()) {
                    String name = annotation.getAnnotationType().toString();
                    if (isOurs(name, unit)) {
                        fields.add(new AnnotatedField(type.getSimpleName().toString(), field,
                                name.substring(name.lastIndexOf('.') + 1), unit));
                    }
                }
            }
        }
    }

    private boolean isOurs(String name, CompilationUnitTree unit) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        boolean isNamed = name.equals(PACKAGE + simple);
        for (ImportTree one : unit.getImports()) {
            String imported = one.getQualifiedIdentifier().toString();
            isNamed |= name.equals(simple) && (imported.equals(PACKAGE + simple) || imported.equals(PACKAGE + "*"));
        }
        return isNamed && classPath.getResource(PACKAGE.replace('.', '/') + simple + ".class") != null;
    }

    private static boolean isEntity(ClassTree type, CompilationUnitTree unit) {
        for (AnnotationTree annotation : type.getModifiers().getAnnotations()) {
            String name = annotation.getAnnotationType().toString();
            if (name.equals(ENTITY) || name.equals("Entity") && isImported(unit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isImported(CompilationUnitTree unit) {
        for (ImportTree one : unit.getImports()) {
            String name = one.getQualifiedIdentifier().toString();
            if (name.equals(ENTITY) || name.equals("dev.rubedo.mapping.*") || name.equals("dev.rubedo.mapping")) {
                return true;
            }
        }
        return false;
    }

    private void reportFields() {
        fields.forEach(field -> Trees.instance(task).printMessage(Diagnostic.Kind.ERROR, field.message(), field.field,
                field.unit));
        fields.clear();
    }

    /** Runs once, when the compiler knows all classes. */
    private void check() {
        if (isDone) {
            return;
        }
        isDone = true;
        boolean isFound = classPath.getResource(PROCESSOR) != null;
        if (isProcessing && isFound) {
            return;
        }
        List<FoundEntity> missing = entities.stream()
                .filter(entity -> task.getElements().getTypeElement(entity.base) == null).toList();
        if (!missing.isEmpty()) {
            FoundEntity first = missing.get(0);
            Trees.instance(task).printMessage(Diagnostic.Kind.ERROR, message(first, missing.size() - 1, isFound),
                    first.position, first.unit);
        }
    }

    private static String message(FoundEntity first, int others, boolean isFound) {
        String more = others == 0 ? "" : others == 1 ? " (and 1 other entity)" : " (and " + others + " other entities)";
        String reason = isFound
                ? "but this compilation runs no annotation processors, which JDK 23 and newer do only on request. "
                : "but that processor is not among those of this compilation. ";
        return "Entity \"" + first.name + "\"" + more + " extends \"" + first.name
                + "Base\", which the annotation processor of Rubedo generates, " + reason
                + "Add dev.rubedo:rubedo-processor to <annotationProcessorPaths> of maven-compiler-plugin, to "
                + "annotationProcessor(...) in Gradle, or to --processor-path of javac, and remove -proc:none.";
    }

    /**
     * An entity without its generated base. Immutable.
     *
     * @param base the full name of its generated base
     * @param position the place of the error
     * @param unit the source file
     */
    private record FoundEntity(String name, String base, Tree position, CompilationUnitTree unit) {}

    /**
     * A field of an entity with an attribute annotation. Immutable.
     *
     * @param field the field, which is the position of the error: the compiler reports its own error at the annotation,
     *     and no second one there
     * @param annotation the simple name of the annotation
     * @param unit the source file
     */
    private record AnnotatedField(String entity, VariableTree field, String annotation,
            CompilationUnitTree unit) {

        String message() {
            return "Field \"" + field.getName() + "\" of entity \"" + entity + "\" has the annotation @" + annotation
                    + ", but attributes are not fields. Declare it as a method in the entity: interface Mapped { @"
                    + annotation + " " + field.getType() + " " + field.getName() + "(); }";
        }
    }
}
