package dev.rubedo.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/** Determines the order of the attributes of entities, and thereby their indexes. Confined to one thread at a time. */
final class Layouts {

    private final Formulas formulas;
    private final LinkResolver links;

    Layouts(Environment environment, LinkResolver links) {
        this.formulas = new Formulas(environment);
        this.links = links;
    }

    /**
     * The attributes of an entity in the order of their indexes.
     *
     * @param inherited those of the entity that it inherits from, which come first
     * @param own the others: declared ones, implicit foreign keys, formulas
     */
    record Layout(List<MappedAttribute> inherited, List<MappedAttribute> own) {

        List<MappedAttribute> all() {
            var all = new ArrayList<MappedAttribute>(inherited);
            all.addAll(own);
            return all;
        }
    }

    /** Returns the attributes of an entity that generated code can name, and reports errors in its formulas. */
    Layout of(EntityModel entity, Consumer<Problem> problems) {
        EntityModel parent = entity.parent();
        List<MappedAttribute> inherited = parent == null ? List.of() : of(parent, problem -> {}).all();
        var own = new ArrayList<MappedAttribute>(entity.own().stream()
                .filter(attribute -> !(attribute instanceof ColumnAttribute column && column.isUnwritable())).toList());
        var names = new HashSet<>(entity.attributeNames());
        links.ownSynthetic(entity).stream().filter(made -> names.add(made.name())).forEach(own::add);
        var all = new ArrayList<MappedAttribute>(inherited);
        all.addAll(own);
        own.addAll(formulas.read(entity.element(), Mixins.of(entity), all, problems));
        return new Layout(inherited, own);
    }
}
