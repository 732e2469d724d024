package dev.rubedo.orm.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.mapping.CollectionKind;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.RelatedCollection;
import java.lang.reflect.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CollectionKindTest {

    @ParameterizedTest
    @EnumSource
    void theTrackedClassIsWhatTheEntityDeclaresAndWhatTheSessionFills(CollectionKind kind) throws Exception {
        Class<?> tracked = Class.forName(kind.tracked());

        assertThat(Class.forName(kind.declared())).isAssignableFrom(tracked);
        assertThat(RelatedCollection.class).isAssignableFrom(tracked);
        assertThat(tracked.getConstructor(ManagedEntity.class, int.class).getModifiers()).matches(Modifier::isPublic);
    }

    @ParameterizedTest
    @EnumSource
    void theKindIsFoundByTheDeclaredClass(CollectionKind kind) {
        assertThat(CollectionKind.ofDeclared(kind.declared())).isEqualTo(kind);
    }
}
