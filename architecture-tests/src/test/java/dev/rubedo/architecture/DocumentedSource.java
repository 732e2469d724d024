package dev.rubedo.architecture;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.SnippetTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The first type of a source file with its Javadoc, for the pages that are made of it. Confined to one thread at a time. */
final class DocumentedSource {

    private final DocTrees comments;
    private final TreePath path;

    private DocumentedSource(DocTrees comments, TreePath path) {
        this.comments = comments;
        this.path = path;
    }

    /** Reads a source file. */
    static DocumentedSource read(Path file) {
        return readAll(List.of(file)).get(0);
    }

    /** Reads source files, in this order. */
    static List<DocumentedSource> readAll(List<Path> files) {
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK");
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            var trees = DocTrees.instance(task);
            var read = new ArrayList<DocumentedSource>();
            for (var unit : task.parse()) {
                unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).findFirst()
                        .ifPresent(type -> read
                                .add(new DocumentedSource(trees, new TreePath(new TreePath(unit), type))));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ClassTree type() {
        return (ClassTree) path.getLeaf();
    }

    String name() {
        return type().getSimpleName().toString();
    }

    boolean isPublic() {
        return type().getModifiers().getFlags().contains(Modifier.PUBLIC);
    }

    boolean isAnnotation() {
        return type().getKind() == Tree.Kind.ANNOTATION_TYPE;
    }

    boolean isEnum() {
        return type().getKind() == Tree.Kind.ENUM;
    }

    /** Returns the source of an annotation of the type; empty if it has none of this name. */
    String annotation(String name) {
        return type().getModifiers().getAnnotations().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals(name))
                .map(annotation -> annotation.getArguments().stream().map(Object::toString)
                        .collect(Collectors.joining(", ")))
                .findFirst().orElse("");
    }

    /** Returns the methods of the type, in order. */
    List<MethodTree> methods() {
        return type().getMembers().stream().filter(MethodTree.class::isInstance).map(MethodTree.class::cast)
                .filter(method -> method.getReturnType() != null).toList();
    }

    /** Returns the tree of the type itself, for descriptions of its components. */
    Tree tree() {
        return type();
    }

    /** Returns the public constants and other static fields of the type, in order. */
    List<VariableTree> fields() {
        return type().getMembers().stream().filter(VariableTree.class::isInstance).map(VariableTree.class::cast)
                .filter(field -> field.getModifiers().getFlags().containsAll(List.of(Modifier.PUBLIC, Modifier.STATIC)))
                .toList();
    }

    /** Returns the components of a record, in order. */
    List<VariableTree> components() {
        return type().getMembers().stream().filter(VariableTree.class::isInstance).map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC)).toList();
    }

    /** Returns the types inside, in order. */
    List<DocumentedSource> types() {
        return type().getMembers().stream().filter(ClassTree.class::isInstance)
                .map(inner -> new DocumentedSource(comments, new TreePath(path, inner))).toList();
    }

    /** Returns the constants of an enum, in order. */
    List<VariableTree> constants() {
        return type().getMembers().stream().filter(VariableTree.class::isInstance).map(VariableTree.class::cast)
                .filter(field -> field.getType() != null && field.getType().toString().equals(name())).toList();
    }

    /** Returns the description of the type, with a blank line between paragraphs; without the line about threads. */
    String description() {
        return markdown(comments.getDocCommentTree(path) == null ? List.of()
                : comments.getDocCommentTree(path).getFullBody(), true)
                .replaceFirst("(?s)\\s*(Immutable\\.|Stateless\\.)\\s*$", "").strip();
    }

    /** Returns the description of a member on one line. */
    String description(Tree member) {
        var comment = comments.getDocCommentTree(new TreePath(path, member));
        return comment == null ? "" : markdown(comment.getFullBody(), false).replaceFirst(":$", ".");
    }

    /** Returns the description of a parameter or component on one line, empty if there is none. */
    String parameter(Tree member, String name) {
        var comment = comments.getDocCommentTree(member == path.getLeaf() ? path : new TreePath(path, member));
        return comment == null ? "" : comment.getBlockTags().stream()
                .filter(com.sun.source.doctree.ParamTree.class::isInstance)
                .map(com.sun.source.doctree.ParamTree.class::cast)
                .filter(tag -> tag.getName().getName().contentEquals(name))
                .map(tag -> markdown(tag.getDescription(), false)).findFirst().orElse("");
    }

    private static String markdown(List<? extends DocTree> parts, boolean withParagraphs) {
        var text = parts.stream().flatMap(part -> markdown(part, withParagraphs)).collect(Collectors.joining());
        if (!withParagraphs) {
            return text.replaceAll("\\s+", " ").strip();
        }
        var paragraphs = new ArrayList<String>();
        for (var paragraph : text.split("\u0000")) {
            paragraphs.add(paragraph.startsWith("```") ? paragraph : paragraph.replaceAll("\\s+", " ").strip());
        }
        return paragraphs.stream().filter(paragraph -> !paragraph.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private static Stream<String> markdown(DocTree part, boolean withParagraphs) {
        return switch (part) {
            case TextTree text -> Stream.of(text.getBody());
            case LiteralTree literal -> Stream.of("`" + literal.getBody().getBody().replaceAll("\\s+", " ") + "`");
            case LinkTree link -> Stream.of("`" + target(link) + "`");
            case EntityTree entity -> Stream.of(entity.toString());
            case StartElementTree element when element.getName().contentEquals("sup") -> Stream.of("^");
            case StartElementTree element when element.getName().contentEquals("p") ->
                Stream.of(withParagraphs ? "\u0000" : " ");
            case SnippetTree snippet when withParagraphs && snippet.getBody() != null ->
                Stream.of("\u0000```java\n" + snippet.getBody().getBody().stripIndent().strip() + "\n```\u0000");
            default -> Stream.empty();
        };
    }

    private static String target(LinkTree link) {
        var label = markdown(link.getLabel(), false);
        var signature = link.getReference().getSignature();
        return !label.isEmpty() ? label
                : signature.replaceFirst("^#", "").replaceFirst("^[a-z.]+\\.(?=[A-Z])", "").replace('#', '.');
    }

    /** Returns the default value of an annotation's element, or null if it must be given. */
    static @Nullable String defaultValue(MethodTree element) {
        return element.getDefaultValue() == null ? null : element.getDefaultValue().toString();
    }
}
