package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.Condition;
import java.util.function.Function;
import java.util.function.Supplier;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public final class EntityDefinition<E> {

    public static <E> Builder<E> of(Class<E> type, Supplier<? extends E> constructor, String table) {
        return new Builder<>();
    }

    public static final class Builder<E> {

        public Builder<E> schema(String name) {
            return this;
        }

        public Builder<E> inherits(EntityDefinition<? super E> from) {
            return this;
        }

        public Builder<E> inherits(EntityDefinition<? super E> from, Object value) {
            return this;
        }

        public Builder<E> inheritsConcretely(EntityDefinition<? super E> from) {
            return this;
        }

        public Builder<E> hybrids(String... names) {
            return this;
        }

        public Builder<E> record(String name, String... attributes) {
            return this;
        }

        public Builder<E> passivelyDeleted() {
            return this;
        }

        public Builder<E> unknownAsRoot() {
            return this;
        }

        public Builder<E> attributes(java.util.function.Consumer<Builder<E>> some) {
            return this;
        }

        public Builder<E> synonym(String name, String attribute) {
            return this;
        }

        public Builder<E> withoutTable() {
            return this;
        }

        public Builder<E> discriminator(String attribute) {
            return this;
        }

        public Builder<E> discriminator(String attribute, Object value) {
            return this;
        }

        public Builder<E> loading(dev.rubedo.mapping.Loading strategy) {
            return this;
        }

        public Builder<E> column(ColumnDefinition column) {
            return this;
        }

        public <P extends EntityPath<?>> Builder<E> criteria(Supplier<? extends P> entity,
                Function<? super P, Condition> condition) {
            return this;
        }

        public Builder<E> formula(FormulaDefinition formula) {
            return this;
        }

        public Builder<E> relationship(RelationshipDefinition relationship) {
            return this;
        }

        public Builder<E> index(String name, String... attributes) {
            return this;
        }

        public Builder<E> uniqueIndex(String name, String... attributes) {
            return this;
        }

        public Builder<E> unique(String name, String... attributes) {
            return this;
        }

        public Builder<E> check(String name, String sql) {
            return this;
        }

        public Builder<E> option(String dialect, String name, String value) {
            return this;
        }

        public Builder<E> query(Supplier<? extends dev.rubedo.sql.Selectable<?>> rows) {
            return this;
        }

        public Builder<E> renamedFrom(String name) {
            return this;
        }

        public Builder<E> comment(String text) {
            return this;
        }

        public EntityDefinition<E> build() {
            return new EntityDefinition<>();
        }
    }
}
