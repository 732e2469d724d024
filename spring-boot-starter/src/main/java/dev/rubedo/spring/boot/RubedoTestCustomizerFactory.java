package dev.rubedo.spring.boot;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.stereotype.Repository;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Makes the contexts of {@link RubedoTest}s smaller than the application. Stateless. */
final class RubedoTestCustomizerFactory implements ContextCustomizerFactory {

    /** Created by Spring. */
    RubedoTestCustomizerFactory() {}

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(Class<?> test,
            List<ContextConfigurationAttributes> attributes) {
        var found = AnnotatedElementUtils.findMergedAnnotation(test, RubedoTest.class);
        return found == null ? null : new Customizer(found.schema(), Set.of(found.include()));
    }

    /** Equal customizers share a context. Immutable. */
    private record Customizer(RubedoTest.Schema schema, Set<Class<?>> include) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            TestPropertyValues.of("spring.boot.enableautoconfiguration=false").applyTo(context);
            switch (schema) {
                case MODEL -> {
                    TestPropertyValues.of("rubedo.migrate.on-start=none").applyTo(context);
                    var tables = new RootBeanDefinition(TablesOfModel.class);
                    ((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition("rubedoTablesOfModel",
                            tables);
                }
                case REVISIONS -> TestPropertyValues.of("rubedo.migrate.on-start=upgrade").applyTo(context);
                case NONE -> {}
            }
            context.getBeanFactory().registerSingleton(RubedoTest.class.getName(), new OnlyRepositories(include));
        }
    }

    /** Creates the tables of the model. Immutable. */
    static final class TablesOfModel {

        /** Created by Spring. */
        TablesOfModel(Engine engine, Model model) {
            model.metadata().createAll(engine);
        }
    }

    /** Excludes all components that are not repositories. Immutable. */
    private static final class OnlyRepositories extends TypeExcludeFilter {

        private final Set<Class<?>> include;

        private OnlyRepositories(Set<Class<?>> include) {
            this.include = include;
        }

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            String name = reader.getClassMetadata().getClassName();
            return !reader.getAnnotationMetadata().isAnnotated(Repository.class.getName())
                    && include.stream().noneMatch(type -> type.getName().equals(name));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof OnlyRepositories filter && filter.include.equals(include);
        }

        @Override
        public int hashCode() {
            return include.hashCode();
        }
    }
}
