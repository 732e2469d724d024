package dev.rubedo.orm.metamodel;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.PassiveDeletes;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class RelationshipDefinition {

    public static RelationshipDefinition toOne(String name, Supplier<? extends EntityPath<?>> target) {
        return new RelationshipDefinition();
    }

    public static RelationshipDefinition toMany(String name, CollectionKind collection,
            Supplier<? extends EntityPath<?>> target) {
        return new RelationshipDefinition();
    }

    public RelationshipDefinition notNull() {
        return this;
    }

    public RelationshipDefinition backPopulates(String attribute) {
        return this;
    }

    public RelationshipDefinition cascade(Cascade... cascades) {
        return this;
    }

    public RelationshipDefinition orderBy(String attributes) {
        return this;
    }

    public RelationshipDefinition joinTable(String table, List<String> columns, List<String> inverseColumns) {
        return this;
    }

    public RelationshipDefinition foreignKey(List<String> attributes, List<String> referenced) {
        return this;
    }

    public RelationshipDefinition inverseForeignKey(List<String> attributes, List<String> referenced) {
        return this;
    }

    public RelationshipDefinition loading(Loading strategy) {
        return this;
    }

    public RelationshipDefinition depth(int levels) {
        return this;
    }

    public RelationshipDefinition innerJoin() {
        return this;
    }

    public RelationshipDefinition viewOnly() {
        return this;
    }

    public RelationshipDefinition singleParent() {
        return this;
    }

    public RelationshipDefinition activeHistory() {
        return this;
    }

    public RelationshipDefinition overlaps(String... relationships) {
        return this;
    }

    public RelationshipDefinition joinCondition(Supplier<JoinConditionDefinition> condition) {
        return this;
    }

    public RelationshipDefinition standaloneCondition(Supplier<JoinConditionDefinition> condition) {
        return this;
    }

    public <T> RelationshipDefinition mapKey(String attribute, Class<T> type, Function<T, ?> key) {
        return this;
    }

    public RelationshipDefinition numbered(String attribute, int from, int step) {
        return this;
    }

    public RelationshipDefinition passiveDeletes(PassiveDeletes passive) {
        return this;
    }
}
