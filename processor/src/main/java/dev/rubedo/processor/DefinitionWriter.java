package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import dev.rubedo.mapping.Check;
import dev.rubedo.mapping.Checks;
import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.mapping.Comment;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.Indexes;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.RenamedFrom;
import dev.rubedo.mapping.TableOption;
import dev.rubedo.mapping.TableOptions;
import dev.rubedo.mapping.Unique;
import dev.rubedo.mapping.Uniques;
import dev.rubedo.mapping.Version;
import dev.rubedo.processor.Link.ByForeignKey;
import dev.rubedo.processor.Link.ByJoinTable;
import dev.rubedo.processor.RelationshipAttribute.JoinTableNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Writes the expression that describes an entity to the runtime: its table, columns, relationships and constraints.
 * Immutable.
 */
final class DefinitionWriter {

    private static final Set<String> GENERATED = Set.of("java.lang.Long", "java.lang.Integer", "java.lang.Short");

    private static final int MOST_IN_CHAIN = 100;

    private final EntityModel entity;
    private final boolean canBeMade;
    private final LinkResolver links;
    private final EntityModels models;
    private final Elements elements;
    private final List<CodeBlock> criteria;
    private final @Nullable CodeBlock query;

    DefinitionWriter(EntityModel entity, boolean canBeMade, LinkResolver links, EntityModels models,
            Elements elements, List<CodeBlock> criteria, @Nullable CodeBlock query) {
        this.entity = entity;
        this.canBeMade = canBeMade;
        this.links = links;
        this.models = models;
        this.elements = elements;
        this.criteria = criteria;
        this.query = query;
    }

    CodeBlock write(List<MappedAttribute> attributes, List<SynonymAttribute> synonyms) {
        CodeBlock.Builder out = CodeBlock.builder()
                .add("$T.of($T.class, $L, $S)", RuntimeTypes.ENTITY_DEFINITION, entity.className(),
                        constructor(), entity.table())
                .indent().indent();
        if (!entity.schema().isEmpty()) {
            out.add("\n.schema($S)", entity.schema());
        }
        DeclaredAnnotation.find(entity.element(), Comment.class, elements)
                .ifPresent(comment -> out.add("\n.comment($S)", comment.string("value")));
        if (query != null) {
            out.add("\n.query($L)", query);
        }
        DeclaredAnnotation.find(entity.element(), RenamedFrom.class, elements)
                .ifPresent(renamed -> out.add("\n.renamedFrom($S)", renamed.string("value")));
        inheritance(out);
        if (attributes.size() <= MOST_IN_CHAIN) {
            attributes.forEach(attribute -> attribute(attribute, out));
        } else {
            // the compiler recurses into a chain of calls, and its stack is limited
            for (int from = 0; from < attributes.size(); from += MOST_IN_CHAIN) {
                out.add("\n.attributes(builder -> builder").indent().indent();
                attributes.subList(from, Math.min(from + MOST_IN_CHAIN, attributes.size()))
                        .forEach(attribute -> attribute(attribute, out));
                out.add(")").unindent().unindent();
            }
        }
        synonyms.forEach(synonym -> out.add("\n.synonym($S, $S)", synonym.name(), synonym.attribute().name()));
        inspected(out);
        discriminator(attributes, out);
        constraints(out);
        criteria.forEach(
                method -> out.add("\n.criteria(() -> $T.$L, $L)", entity.queryName(), entity.constant(), method));
        return out.add("\n.build()").unindent().unindent().build();
    }

    private void attribute(MappedAttribute attribute, CodeBlock.Builder out) {
        switch (attribute) {
            case ColumnAttribute column -> {
                if (column.type() != null) {
                    column(column, column.type(), out);
                }
            }
            case FormulaAttribute formula when formula.perQuery() != null ->
                out.add("\n.formula($T.perQuery($S, $S, () -> $T.$L, $L))", RuntimeTypes.FORMULA_DEFINITION,
                        formula.name(), Names.snakeCase(formula.name()), entity.queryName(), entity.constant(),
                        formula.perQuery());
            case FormulaAttribute formula -> out.add("\n.formula($T.of($S, $S, () -> $T.$L, $L)$L)",
                    RuntimeTypes.FORMULA_DEFINITION, formula.name(), Names.snakeCase(formula.name()),
                    entity.queryName(), entity.constant(), formula.call(), formula.deferral());
            case RelationshipAttribute relationship -> relationship(relationship, out);
        }
    }

    /** Writes what is used only by inspection: hybrid properties and embedded records. */
    private void inspected(CodeBlock.Builder out) {
        List<String> hybrids = entity.hybrids().stream()
                .filter(hybrid -> !Hybrids.isUpdate(hybrid) && hybrid.getParameters().size() == 1)
                .map(Hybrids::propertyName).toList();
        if (!hybrids.isEmpty()) {
            out.add("\n.hybrids($L)", strings(hybrids));
        }
        for (EmbeddedAttribute embedded : entity.ownEmbedded()) {
            if (!embedded.parts().isEmpty()) {
                out.add("\n.record($S, $L)", embedded.name(),
                        strings(embedded.parts().stream().map(part -> part.column().name()).toList()));
            }
        }
    }

    private void inheritance(CodeBlock.Builder out) {
        if (entity.isConcrete() && entity.element().getModifiers().contains(Modifier.ABSTRACT)) {
            out.add("\n.withoutTable()");
        }
        EntityModel parent = entity.parent();
        if (parent != null) {
            out.add("\n.$L($T.$L.$$definition()$L)", entity.isConcrete() ? "inheritsConcretely" : "inherits",
                    parent.queryName(), parent.constant(), value());
            DeclaredAnnotation annotation = entity.inheritance() == null ? null : entity.inheritance().annotation();
            if (annotation != null && annotation.written("loading") != null && InheritanceRules.isLoading(annotation)) {
                out.add("\n.loading($T.$L)", Loading.class, annotation.constant("loading"));
            }
        }
    }

    private void discriminator(List<MappedAttribute> attributes, CodeBlock.Builder out) {
        Inheritance inheritance = entity.inheritance();
        if (inheritance != null && inheritance.parent() == null && attributes.stream()
                .anyMatch(attribute -> !(attribute instanceof RelationshipAttribute)
                        && entity.isDiscriminator(attribute.name()))) {
            out.add("\n.discriminator($S$L)", inheritance.discriminator(), value());
            if (inheritance.annotation() != null && inheritance.annotation().isTrue("unknownAsRoot")) {
                out.add("\n.unknownAsRoot()");
            }
            if (inheritance.annotation() != null && inheritance.annotation().isTrue("passiveDeletes")) {
                out.add("\n.passivelyDeleted()");
            }
        }
    }

    /** Returns the value of the discriminator as another argument; an abstract class has none. */
    private CodeBlock value() {
        Inheritance inheritance = entity.inheritance();
        return inheritance == null || inheritance.value() == null ? CodeBlock.of("")
                : CodeBlock.of(", $L", inheritance.value());
    }

    private CodeBlock constructor() {
        return canBeMade ? CodeBlock.of("$T::new", entity.className())
                : CodeBlock.of("() -> { throw new $T($S); }", IllegalStateException.class,
                        entity.name() + (entity.element().getModifiers().contains(Modifier.ABSTRACT) ? " is abstract"
                                : " cannot be made"));
    }

    private void column(ColumnAttribute column, ColumnType type, CodeBlock.Builder out) {
        out.add("\n.column($T.of($S, $S, $L)", RuntimeTypes.COLUMN_DEFINITION, column.name(), column.column(),
                type.sql());
        out.indent().indent();
        ColumnAttribute.Options options = column.options();
        if (column.primaryKey()) {
            out.add(".primaryKey()");
            if (isGenerated(column)) {
                out.add(".generated()");
            }
        } else if (!column.nullable()) {
            out.add(".notNull()");
        }
        if (column.java().isPrimitive()) {
            out.add(".primitive()");
        }
        if (column.synthetic() && options.unique()) {
            out.add(".unique()");
        }
        if (options.version()) {
            boolean isServer = DeclaredAnnotation.find(column.element(), Version.class, elements)
                    .map(version -> version.isTrue("server")).orElse(false);
            out.add(isServer ? CodeBlock.of(".serverVersion()")
                    : options.values().nextVersion() == null ? CodeBlock.of(".version()")
                            : CodeBlock.of("\n.version($L)", options.values().nextVersion()));
        }
        options.values().write(out);
        out.add(options.deferral());
        if (column.foreignKey() != null) {
            out.add("\n.references($S)", column.foreignKey().target());
            if (column.foreignKey().isFollowing()) {
                out.add(".updateCascade()");
            }
        }
        if (column.hasAccessors() || column.isPart()) {
            out.add(DefinitionOption.write(DefinitionOption.OF_COLUMNS, column.element(), elements));
        }
        out.unindent().unindent().add(")");
    }

    /** Returns whether the database generates the key: it is a single integer, not a foreign key, and not assigned. */
    private boolean isGenerated(ColumnAttribute column) {
        return entity.primaryKey().size() == 1 && !column.options().assigned() && column.foreignKey() == null
                && GENERATED.contains(column.java().box().toString());
    }

    /** Writes each option on a separate line, because there may be many. */
    private void relationship(RelationshipAttribute relationship, CodeBlock.Builder out) {
        out.add("\n.relationship(").indent().indent();
        describe(relationship, out);
        out.add(")").unindent().unindent();
    }

    private void describe(RelationshipAttribute relationship, CodeBlock.Builder out) {
        EntityModel target = models.model(relationship.target());
        CodeBlock path = CodeBlock.of("() -> $T.$L", target.queryName(), target.constant());
        if (relationship.collection() != null) {
            out.add("$T.toMany($S, $T.$L, $L)", RuntimeTypes.RELATIONSHIP_DEFINITION, relationship.name(),
                    CollectionKind.class, relationship.collection(), path);
        } else {
            out.add("$T.toOne($S, $L)", RuntimeTypes.RELATIONSHIP_DEFINITION, relationship.name(), path);
            if (!relationship.accessor().nullable()) {
                out.add("\n.notNull()");
            }
        }
        relationship.backPopulates().ifPresent(name -> out.add("\n.backPopulates($S)", name));
        switch (links.of(entity, relationship)) {
            case ByForeignKey link -> foreignKey(link, target, out);
            case ByJoinTable link -> joinTable(link.table(), out);
            case Link.ByCondition condition -> {}
            case Link.Broken broken -> {}
        }
        out.add(MapKeys.write(relationship, target));
        out.add(CollectionRules.write(relationship, elements));
        JoinConditions conditions = models.joinConditions();
        conditions.usable(entity, relationship)
                .ifPresent(declared -> out.add(conditions.write(entity, relationship, declared)));
        out.add(DefinitionOption.write(DefinitionOption.OF_RELATIONSHIPS, relationship.element(), elements));
    }

    /** A key without columns belongs to an entity without a key, which is reported there. */
    private void foreignKey(ByForeignKey link, EntityModel target, CodeBlock.Builder out) {
        List<String> referenced = links.referenced(link, link.owning() ? target : entity);
        if (!referenced.isEmpty()) {
            out.add("\n.$L($T.of($L), $T.of($L))", link.owning() ? "foreignKey" : "inverseForeignKey", List.class,
                    strings(link.names()), List.class, strings(referenced));
        }
    }

    private static void joinTable(JoinTableNames table, CodeBlock.Builder out) {
        out.add("\n.joinTable($S, $T.of($L), $T.of($L))", table.name(), List.class, strings(table.columns()),
                List.class, strings(table.inverseColumns()));
    }

    private void constraints(CodeBlock.Builder out) {
        for (TableAnnotation index : TableAnnotation.all(entity, Index.class, Indexes.class, elements)) {
            List<String> on = index.annotation().strings("on");
            if (!on.isEmpty()) {
                out.add("\n.$L($S, $L)", index.annotation().isTrue("unique") ? "uniqueIndex" : "index", index.name(),
                        strings(on));
            }
        }
        for (TableAnnotation unique : TableAnnotation.all(entity, Unique.class, Uniques.class, elements)) {
            List<String> on = unique.annotation().strings("on");
            if (!on.isEmpty()) {
                out.add("\n.unique($S, $L)", unique.name(), strings(on));
            }
        }
        for (TableAnnotation check : TableAnnotation.all(entity, Check.class, Checks.class, elements)) {
            out.add("\n.check($S, $S)", check.name(), check.annotation().string("sql"));
        }
        for (TableAnnotation found : TableAnnotation.all(entity, TableOption.class, TableOptions.class, elements)) {
            DeclaredAnnotation option = found.annotation();
            out.add("\n.option($S, $S, $S)", option.string("dialect"), option.string("name"), option.string("value"));
        }
    }

    private static String strings(List<String> values) {
        return values.stream().map(value -> CodeBlock.of("$S", value).toString()).collect(Collectors.joining(", "));
    }
}
