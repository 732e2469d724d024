package dev.rubedo.processor;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.EntityList;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.StandardLocation;

/**
 * Generates the class {@code Entities} of each package with {@code @EntityList}. Its entities are looked up in the
 * packages, which contain everything compiled now or before, and not in the round, which may be only a part of the
 * sources. If only an entity is compiled, the list is found in the packages above it. Confined to one thread at a time.
 */
public final class EntityListProcessor extends AbstractProcessor {

    private final Set<String> written = new LinkedHashSet<>();

    /** Creates the processor; called by compilers. */
    public EntityListProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Entity.class.getName(), EntityList.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver() || annotations.isEmpty()) {
            return false;
        }
        Set<String> known = Set.copyOf(written);
        for (Element element : round.getElementsAnnotatedWith(EntityList.class)) {
            if (element instanceof PackageElement home) {
                write(home);
            }
        }
        for (Element element : round.getElementsAnnotatedWith(Entity.class)) {
            if (element.getEnclosingElement() instanceof PackageElement home) {
                find((TypeElement) element, home, known);
            }
        }
        return false;
    }

    /** Looks for lists in the package of an entity and in those above it. */
    private void find(TypeElement entity, PackageElement home, Set<String> known) {
        String own = home.getQualifiedName().toString();
        for (String name = own; !name.isEmpty(); name = name.substring(0, Math.max(0, name.lastIndexOf('.')))) {
            PackageElement above = processingEnv.getElementUtils().getPackageElement(name);
            EntityList list = above == null ? null : above.getAnnotation(EntityList.class);
            if (list == null || !written.contains(name) && !isOfThisModule(name)) {
                continue;
            }
            if (known.contains(name)) {
                report(Kind.ERROR, entity, "Entity \"" + entity.getSimpleName()
                        + "\" was written by another annotation processor, after the list of package \"" + name
                        + "\". Compile it before, in a module of its own, or name the entities in Model.of(...).");
            } else if (!EntityListWriter.packages(name, list).contains(own)) {
                report(Kind.WARNING, entity, "Entity \"" + entity.getSimpleName() + "\" is in package \"" + own
                        + "\", which the list of package \"" + name
                        + "\" does not have. Write @EntityList(packages = \""
                        + own + "\").");
            }
            write(above);
        }
    }

    /**
     * Returns whether a list belongs to this module. That of a dependency was generated with it: its annotation is in a
     * class file outside this output.
     */
    private boolean isOfThisModule(String packageName) {
        try (var annotated = processingEnv.getFiler()
                .getResource(StandardLocation.CLASS_OUTPUT, packageName, "package-info.class").openInputStream()) {
            return annotated.read() >= 0;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private void write(PackageElement home) {
        if (!written.add(home.getQualifiedName().toString())) {
            return;
        }
        try {
            new EntityListWriter(home, processingEnv.getElementUtils(), this::report).write(processingEnv.getFiler());
        } catch (IOException e) {
            report(Kind.ERROR, home, "The list of entities of package \"" + home.getQualifiedName()
                    + "\" could not be written: " + e.getMessage()
                    + ". If it is there from an earlier compilation, delete the output and compile all sources.");
        }
    }

    private void report(Kind kind, Element where, String message) {
        processingEnv.getMessager().printMessage(kind, message, where);
    }
}
