package dev.rubedo.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.mapping.GeneratedMapping;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;

/** The common parts of both generated classes: annotations, visibility and file. Immutable. */
final class Generated {

    private static final ClassName STANDARD_MARK = ClassName.get("javax.annotation.processing", "Generated");

    private final Elements elements;
    private final Filer filer;

    Generated(Elements elements, Filer filer) {
        this.elements = elements;
        this.filer = filer;
    }

    /**
     * Returns the annotations that mark generated code; the standard one only if its module is read.
     */
    List<AnnotationSpec> marks(Class<? extends Processor> writer) {
        var marks = new ArrayList<AnnotationSpec>();
        if (elements.getTypeElement(STANDARD_MARK.canonicalName()) != null) {
            marks.add(AnnotationSpec.builder(STANDARD_MARK).addMember("value", "$S", writer.getName())
                    .build());
        }
        marks.add(AnnotationSpec.builder(GeneratedMapping.class).build());
        return marks;
    }

    /** Returns {@code public} if the entity is. */
    static Modifier[] visibility(EntityModel entity, Modifier... more) {
        var modifiers = new ArrayList<Modifier>();
        if (entity.element().getModifiers().contains(Modifier.PUBLIC)) {
            modifiers.add(Modifier.PUBLIC);
        }
        modifiers.addAll(List.of(more));
        return modifiers.toArray(Modifier[]::new);
    }

    /** Writes a class, with the entity as its only originating element for compilers and build tools. */
    void write(EntityModel entity, TypeSpec.Builder type) throws IOException {
        write(entity.className().packageName(), type, entity.element());
    }

    /** Writes a class with its originating elements, for compilers and build tools. */
    void write(String packageName, TypeSpec.Builder type, Element... origins) throws IOException {
        TypeSpec built = type.build();
        String source = JavaFile.builder(packageName, built).indent("    ").skipJavaLangImports(true).build()
                .toString();
        String name = packageName.isEmpty() ? built.name() : packageName + "." + built.name();
        try (Writer out = filer.createSourceFile(name, origins).openWriter()) {
            out.write(SourceFormat.tidy(source));
        }
    }
}
