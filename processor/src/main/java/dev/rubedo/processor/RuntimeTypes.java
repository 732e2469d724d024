package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import dev.rubedo.mapping.CollectionKind;

/**
 * The names of the types that generated code uses. The processor never loads them, because it runs without the runtime.
 * Immutable.
 */
final class RuntimeTypes {

    static final ClassName ENTITY_DEFINITION = ClassName.get("dev.rubedo.orm.metamodel", "EntityDefinition");
    static final ClassName COLUMN_DEFINITION = ClassName.get("dev.rubedo.orm.metamodel", "ColumnDefinition");
    static final ClassName FORMULA_DEFINITION = ClassName.get("dev.rubedo.orm.metamodel", "FormulaDefinition");
    static final ClassName RELATIONSHIP_DEFINITION = ClassName.get("dev.rubedo.orm.metamodel",
            "RelationshipDefinition");
    static final ClassName JOIN_CONDITION = ClassName.get("dev.rubedo.orm.metamodel", "JoinConditionDefinition");
    static final ClassName ENTITY_PATH = ClassName.get("dev.rubedo.orm.metamodel", "EntityPath");
    static final ClassName PATH_ORIGIN = ClassName.get("dev.rubedo.orm.metamodel", "PathOrigin");
    static final ClassName ATTRIBUTE = ClassName.get("dev.rubedo.orm.metamodel", "Attribute");
    static final ClassName HYBRID_ATTRIBUTE = ClassName.get("dev.rubedo.orm.metamodel", "HybridAttribute");
    static final ClassName VALUES = ClassName.get("dev.rubedo.sql", "Values");
    static final ClassName CONDITION = ClassName.get("dev.rubedo.sql", "Condition");
    static final ClassName EXPRESSION_TYPE = ClassName.get("dev.rubedo.sql", "Expression");
    static final ClassName TO_ONE = ClassName.get("dev.rubedo.orm.metamodel", "ToOne");
    static final ClassName TO_MANY = ClassName.get("dev.rubedo.orm.metamodel", "ToMany");
    static final ClassName MANAGED_ENTITY = ClassName.get("dev.rubedo.orm.state", "ManagedEntity");
    static final ClassName RELATED_COLLECTION = ClassName.get("dev.rubedo.orm.state", "RelatedCollection");
    static final ClassName ROW_READER = ClassName.get("dev.rubedo.result", "RowReader");
    static final ClassName PARAMETER_WRITER = ClassName.get("dev.rubedo.result", "ParameterWriter");
    static final ClassName VALUE_SOURCE = ClassName.get("dev.rubedo.orm.metamodel", "ValueSource");
    static final ClassName ATTRIBUTE_TYPES = ClassName.get("dev.rubedo.orm.metamodel", "AttributeTypes");
    static final ClassName TYPE_WITH_ARGUMENTS = ClassName.get("dev.rubedo.type", "TypeWithArguments");
    static final ClassName EMBEDDED_COLUMNS = ClassName.get("dev.rubedo.orm.metamodel", "EmbeddedColumns");
    static final ClassName MIXIN_MODEL = ClassName.get("dev.rubedo.orm.metamodel", "MixinModel");
    static final ClassName SQL = ClassName.get("dev.rubedo.sql", "Sql");
    static final ClassName COMPUTED = ClassName.get("dev.rubedo.schema", "Computed");
    static final ClassName ASSOCIATED_VALUES = ClassName.get("dev.rubedo.orm.collection", "AssociatedValues");
    static final ClassName ASSOCIATION_LIST = ClassName.get("dev.rubedo.orm.collection", "AssociationList");
    static final ClassName ASSOCIATION_SET = ClassName.get("dev.rubedo.orm.collection", "AssociationSet");
    static final ClassName ASSOCIATED_COLUMN = ClassName.get("dev.rubedo.orm.metamodel", "AssociatedColumn");
    static final ClassName ASSOCIATED_ENTITY = ClassName.get("dev.rubedo.orm.metamodel", "AssociatedEntity");
    static final ClassName TYPES = ClassName.get("dev.rubedo.type", "Types");

    /** The interface that all column types implement. */
    static final String SQL_TYPE = "dev.rubedo.type.SqlType";

    /** The interface that all SQL expressions implement. */
    static final String EXPRESSION = "dev.rubedo.sql.Expression";

    private RuntimeTypes() {}

    /** Returns the class that holds a collection of this kind. */
    static ClassName tracked(CollectionKind kind) {
        return ClassName.bestGuess(kind.tracked());
    }
}
