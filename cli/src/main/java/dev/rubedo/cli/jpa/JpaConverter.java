package dev.rubedo.cli.jpa;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Converts JPA entities, with {@code javax.persistence} or {@code jakarta.persistence}, to Rubedo entities. An entity
 * keeps its name, package, methods and JavaBean accessors; its fields become methods of {@code Mapped}. Mapped
 * superclasses become mixins, and embeddable classes become records. Anything that cannot be converted is reported,
 * never guessed. Confined to one thread at a time.
 */
public final class JpaConverter {
    private final JavaParser parser = new JavaParser(
            new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21));

    /** Creates a converter. */
    public JpaConverter() {}

    /**
     * Converts the persistent classes of a source folder. Nothing is written.
     *
     * @param sources the folder; all its {@code .java} files are read
     * @throws IOException if a file cannot be read
     */
    public JpaConversion convert(Path sources) throws IOException {
        var model = new JpaModel();
        var notes = new ArrayList<JpaNote>();
        List<Path> files;
        try (var walk = Files.walk(sources)) {
            files = walk.filter(each -> each.toString().endsWith(".java")).sorted().toList();
        }
        for (var file : files) {
            var parsed = parser.parse(file);
            if (parsed.getResult().isPresent() && parsed.isSuccessful()) {
                parsed.getResult().get().findAll(EnumDeclaration.class)
                        .forEach(each -> model.addEnumeration(each.getNameAsString()));
                JpaClass.of(sources.relativize(file), parsed.getResult().get()).forEach(model::add);
            } else if (Files.readString(file).contains("persistence.")) {
                notes.add(new JpaNote(sources.relativize(file), 1, "file", "The file cannot be parsed: "
                        + parsed.getProblems().get(0).getMessage()));
            }
        }
        return converted(model, notes);
    }

    private JpaConversion converted(JpaModel model, List<JpaNote> notes) {
        var texts = new LinkedHashMap<Path, String>();
        var refused = new ArrayList<String>();
        int entities = 0;
        int mixins = 0;
        int embedded = 0;
        var used = model.all().stream().filter(each -> each.kind() != JpaClass.Kind.STATELESS || model.isUsed(each))
                .toList();
        var obstacles = used.stream().map(model::obstacle).toList();
        separate(used, obstacles, model);
        for (int i = 0; i < used.size(); i++) {
            var each = used.get(i);
            var obstacle = obstacles.get(i);
            if (!obstacle.isEmpty()) {
                refused.add(each.name());
                model.note(each, JpaClass.line(each.declaration()), "class",
                        "\"" + each.name() + "\" was not converted: " + obstacle + ".");
                continue;
            }
            var path = Path.of(each.packageName().replace('.', '/')).resolve(each.name() + ".java");
            switch (each.kind()) {
                case ENTITY -> entities++;
                case MAPPED_SUPERCLASS, STATELESS -> mixins++;
                case EMBEDDABLE -> embedded++;
            }
            if (each.kind() == JpaClass.Kind.EMBEDDABLE) {
                texts.put(path, new EmbeddedRecord(model, each).text());
            } else {
                new ClassRewriter(model, each, parser).rewrite();
                texts.put(path, each.unit().toString());
            }
        }
        notes.addAll(model.notes());
        notes.sort(Comparator.comparing(JpaNote::file).thenComparing(JpaNote::line));
        return new JpaConversion(texts, entities, mixins, embedded, refused, notes);
    }

    /**
     * Moves classes to files of their own, so that the first class of a file that stays a class keeps its other types.
     */
    private static void separate(List<JpaClass> used, List<String> obstacles, JpaModel model) {
        var hosts = new IdentityHashMap<CompilationUnit, JpaClass>();
        for (int i = 0; i < used.size(); i++) {
            if (obstacles.get(i).isEmpty() && used.get(i).kind() != JpaClass.Kind.EMBEDDABLE) {
                hosts.putIfAbsent(used.get(i).unit(), used.get(i));
            }
        }
        for (int i = 0; i < used.size(); i++) {
            var each = used.get(i);
            var unit = each.unit();
            if (unit.getTypes().size() == 1 || hosts.get(unit) == each) {
                continue;
            }
            var left = unit.getTypes().stream().filter(type -> used.stream().noneMatch(of -> of.declaration() == type))
                    .map(NodeWithSimpleName::getNameAsString).toList();
            if (hosts.get(unit) == null && obstacles.get(i).isEmpty() && !left.isEmpty()) {
                model.note(each, JpaClass.line(each.declaration()), "class", "The other types " + left
                        + " of its file are not persistent and were not copied. Copy them.");
            }
            each.moveApart();
        }
    }
}
