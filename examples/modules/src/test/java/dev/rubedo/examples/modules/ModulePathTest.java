package dev.rubedo.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.sql.Select;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The published modules on the module path, as Maven runs this test. */
class ModulePathTest {

    static boolean isOnModulePath() {
        return ModulePathTest.class.getModule().isNamed();
    }

    @Test
    void theApplicationCountsBirds() {
        assertThat(Birds.count("h2:///mem:modules")).isEqualTo(List.of(new Birds.Kind("Coot", 5L),
                new Birds.Kind("Heron", 3L)));
    }

    @Test
    @EnabledIf("isOnModulePath")
    void everyPartIsANamedModule() {
        assertThat(List.of(Birds.class, Session.class, Engine.class, Select.class)).extracting(Class::getModule)
                .extracting(Module::getName)
                .containsExactly("dev.rubedo.examples.modules", "dev.rubedo.orm", "dev.rubedo.engine",
                        "dev.rubedo.sql");
        assertThat(Birds.class.getModule().isOpen("dev.rubedo.examples.modules", Engine.class.getModule())).isFalse();
    }
}
