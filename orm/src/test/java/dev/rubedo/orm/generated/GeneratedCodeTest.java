package dev.rubedo.orm.generated;

import static dev.rubedo.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.generated.Sources.Compiler;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generated code compiles against the real runtime, in javac and in Eclipse's compiler, without a warning, and works. */
class GeneratedCodeTest {

    private static final String DATED = """
            import java.time.Instant;
            import java.util.Optional;
            import org.jspecify.annotations.Nullable;

            public interface Dated {
                Instant created();
                @Nullable Instant changed();
                Optional<String> remark();
                default boolean isFresh() { return changed() == null; }
            }
            """;

    private static final String CUSTOMER = """
            import dev.rubedo.mapping.Cascade;
            import dev.rubedo.mapping.Column;
            import dev.rubedo.mapping.Entity;
            import dev.rubedo.mapping.Hybrid;
            import dev.rubedo.mapping.Id;
            import dev.rubedo.mapping.Index;
            import dev.rubedo.mapping.Relationship;
            import dev.rubedo.mapping.Type;
            import dev.rubedo.mapping.Validates;
            import dev.rubedo.mapping.Version;
            import dev.rubedo.sql.Expression;
            import java.math.BigDecimal;
            import java.util.List;
            import java.util.Locale;
            import java.util.Set;
            import org.jspecify.annotations.Nullable;

            @Entity(table = "customers")
            @Index(on = {"name", "advisorId"})
            public final class Customer extends CustomerBase {
                interface Mapped extends Dated {
                    @Id Long id();
                    @Column(length = 50) String name();
                    @Nullable Integer age();
                    boolean active();
                    float weight();
                    short rank();
                    byte @Nullable [] picture();
                    @Column(precision = 10, scale = 2) @Nullable BigDecimal credit();
                    Grade grade();
                    @Type(LocaleType.class) @Nullable Locale language();
                    @Version int version();
                    @Relationship(backPopulates = "customer", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "number desc") List<Order> orders();
                    @Relationship(backPopulates = "advised") @Nullable Customer advisor();
                    @Relationship(backPopulates = "advisor") Set<Customer> advised();
                    @Relationship(joinTable = "customer_tag") Set<Tag> tags();
                }

                public Customer() {}

                @Validates("name") String checkName(String name) { return name.strip(); }

                @Hybrid String label() { return "*" + name(); }

                @Hybrid static Expression<String> label(Customer_ customer) { return customer.name.concat("*"); }
            }
            """;

    private static final String GRADE = """
            public enum Grade { LOW, HIGH }
            """;

    private static final String TAG = """
            import dev.rubedo.mapping.Entity;
            import dev.rubedo.mapping.Id;

            @Entity
            public final class Tag extends TagBase {
                interface Mapped {
                    @Id String word();
                }
            }
            """;

    private static final String ORDER = """
            import dev.rubedo.mapping.Entity;
            import dev.rubedo.mapping.Id;
            import dev.rubedo.mapping.Relationship;

            @Entity(table = "orders")
            public final class Order extends OrderBase {
                interface Mapped {
                    @Id int getNumber();
                    @Relationship(backPopulates = "orders") Customer getCustomer();
                }
            }
            """;

    private static final String LOCALE_TYPE = """
            import dev.rubedo.type.CustomType;
            import dev.rubedo.type.SqlType;
            import dev.rubedo.type.Types;
            import java.util.Locale;
            import org.jspecify.annotations.Nullable;

            public record LocaleType() implements CustomType<Locale, String> {
                @Override public Class<Locale> javaType() { return Locale.class; }
                @Override public SqlType<String> storage() { return Types.string(20); }
                @Override public @Nullable String toStorage(@Nullable Locale value) { return value == null ? null : value.toLanguageTag(); }
                @Override public @Nullable Locale fromStorage(@Nullable String stored) { return stored == null ? null : Locale.forLanguageTag(stored); }
            }
            """;

    private static final String[] ALL = {DATED, CUSTOMER, GRADE, TAG, ORDER, LOCALE_TYPE};

    @TempDir private Path directory;

    private Sources sources;

    @BeforeEach
    void open() throws Exception {
        sources = new Sources(directory);
    }

    @ParameterizedTest
    @EnumSource
    void compilesWithoutAWarning(Compiler compiler) throws Exception {
        assertThat(sources.compile(compiler, ALL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneFileOfManyIsRecompiledAgainstClassFiles(Compiler compiler) throws Exception {
        sources.compile(compiler, ALL);
        String before = definition("Customer_").attributes().toString();

        for (String type : List.of("Customer", "Order", "Tag")) {
            sources.forget(type);
            String source = List.of(ALL).stream().filter(text -> text.contains("class " + type + " ")).findFirst()
                    .orElseThrow();
            assertThat(sources.compile(compiler, source)).isEmpty();
        }

        assertThat(definition("Customer_").attributes()).hasToString(before);
    }

    @ParameterizedTest
    @EnumSource
    void aMixinOfAClassFileKeepsItsNullness(Compiler compiler) throws Exception {
        sources.compile(compiler, DATED);

        assertThat(sources.compile(compiler, CUSTOMER, GRADE, TAG, ORDER, LOCALE_TYPE)).isEmpty();

        var definition = definition("Customer_");
        assertThat(List.of("created", "changed", "remark"))
                .extracting(name -> definition.attribute(definition.indexOf(name)))
                .extracting(attribute -> ((dev.rubedo.orm.metamodel.ColumnDefinition) attribute).isNullable())
                .containsExactly(false, true, true);
    }

    @ParameterizedTest
    @EnumSource
    void newObjectsKeepBothSidesInStep(Compiler compiler) throws Exception {
        sources.compile(compiler, ALL);

        try (var loader = sources.load()) {
            Class<?> customerType = loader.loadClass("shop.Customer");
            Object customer = customerType.getConstructor().newInstance();
            call(customer, "name", String.class, "  Ann ");
            Object order = definition(loader, "Order_").create();
            call(order, "setCustomer", customerType, customer);

            assertThat(call(customer, "name")).isEqualTo("Ann");
            assertThat(call(customer, "label")).isEqualTo("*Ann");
            assertThat((List<?>) call(customer, "orders")).hasSize(1).first().isSameAs(order);
            assertThat(customer).hasToString("Customer[id=null]");
            assertThat(call(customer, "isFresh")).isEqualTo(true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theListOfEntitiesIsAModel(Compiler compiler) throws Exception {
        var all = new ArrayList<>(List.of(ALL));
        all.add("@dev.rubedo.mapping.EntityList\npackage shop;\n");

        assertThat(sources.compile(compiler, all.toArray(String[]::new))).isEmpty();

        try (var loader = sources.load()) {
            var entities = (EntityPath<?>[]) loader.loadClass("shop.Entities").getMethod("all").invoke(null);
            assertThat(Model.of(entities).mappers()).extracting(mapper -> mapper.definition().type().getSimpleName())
                    .containsExactly("Customer", "Order", "Tag");
        }
    }

    @DatabaseTest(only = "sqlite")
    void anEntityMayHaveManyHundredAttributes(Engine engine) throws Exception {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 700; i++) {
            attributes.append(i % 2 == 0 ? "int a" + i + "();" : "@Nullable String a" + i + "();").append('\n');
        }
        assertThat(sources.compile(Compiler.JAVAC, """
                import dev.rubedo.mapping.Entity;
                import dev.rubedo.mapping.Id;
                import org.jspecify.annotations.Nullable;

                @Entity
                public final class Wide extends WideBase {
                    interface Mapped {
                        @Id Long id();
                        %s
                    }
                }
                """.formatted(attributes))).isEmpty();

        try (var loader = sources.load()) {
            EntityPath<?> wide = (EntityPath<?>) loader.loadClass("shop.Wide_").getField("WIDE").get(null);
            Model model = Model.of(wide);
            model.metadata().createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, model);
            sessions.inTransaction(session -> {
                Object object = wide.$definition().create();
                InstanceState.of(object).set("a0", 1);
                InstanceState.of(object).set("a699", "last");
                session.add(object);
            });
            sessions.inTransaction(session -> InstanceState.of(session.one(select(wide))).set("a698", 5));
            sessions.inTransaction(session -> {
                Object object = session.one(select(wide));
                assertThat(List.of("a0", "a2", "a698", "a699")).extracting(name -> call(object, name))
                        .containsExactly(1, 0, 5, "last");
            });
        }
    }

    private EntityDefinition<?> definition(String model) throws Exception {
        try (var loader = sources.load()) {
            return definition(loader, model);
        }
    }

    private static EntityDefinition<?> definition(ClassLoader loader, String model) throws Exception {
        Class<?> type = loader.loadClass("shop." + model);
        String constant = model.substring(0, model.length() - 1).toUpperCase(java.util.Locale.ROOT);
        return ((EntityPath<?>) type.getField(constant).get(null)).$definition();
    }

    private static Object call(Object target, String name) throws Exception {
        Method method = find(target.getClass(), name);
        return method.invoke(target);
    }

    private static Method find(Class<?> type, String name) throws NoSuchMethodException {
        try {
            Method method = type.getDeclaredMethod(name);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            if (type.getSuperclass() == null) {
                throw e;
            }
            try {
                return find(type.getSuperclass(), name);
            } catch (NoSuchMethodException inherited) {
                return type.getMethod(name);
            }
        }
    }

    private static void call(Object target, String name, Class<?> parameter, Object argument) throws Exception {
        target.getClass().getMethod(name, parameter).invoke(target, argument);
    }
}
