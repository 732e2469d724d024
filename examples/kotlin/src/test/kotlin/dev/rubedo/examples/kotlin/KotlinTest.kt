package dev.rubedo.examples.kotlin

import dev.rubedo.async.AsyncEngine
import dev.rubedo.async.AsyncSessionFactory
import dev.rubedo.engine.Engine
import dev.rubedo.engine.ExecuteOption.fetchSize
import dev.rubedo.error.UniqueViolationException
import dev.rubedo.examples.kotlin.Shelf_.SHELF
import dev.rubedo.examples.kotlin.Volume_.VOLUME
import dev.rubedo.orm.Orm.into
import dev.rubedo.orm.Orm.select
import dev.rubedo.orm.Orm.selectIn
import dev.rubedo.orm.error.EntityNotFoundException
import dev.rubedo.orm.model.Model
import dev.rubedo.orm.session.Session
import dev.rubedo.orm.session.SessionFactory
import dev.rubedo.sql.Expression
import dev.rubedo.sql.Functions.count
import dev.rubedo.sql.Functions.sum
import kotlin.reflect.KFunction1
import kotlin.reflect.KProperty1
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.future.await
import kotlinx.coroutines.jdk9.asFlow
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test

/** A book in a list. */
data class Line(val title: String, val subtitle: String?, val shelf: String)

/** The object with this primary key, or null. */
inline fun <reified E : Any> Session.find(id: Any): E? = get(E::class.java, id).orElse(null)

/** What a program in Kotlin calls. */
class KotlinTest {

    private val engine: Engine = Engine.create("h2:///mem:kotlin${databases++}")
    private val model: Model = Model.of(SHELF, VOLUME)
    private val sessions: SessionFactory = SessionFactory.builder(engine, model).expireOnCommit(false).build()

    init {
        model.metadata().createAll(engine)
        sessions.inTransaction<RuntimeException> { session ->
            val shelf = Shelf("Fiction")
            shelf.volumes() += Volume("The Dispossessed", "An Ambiguous Utopia", 387)
            shelf.volumes() += Volume("Solaris", null, 204)
            session.add(shelf)
        }
    }

    @AfterEach
    fun close() = engine.close()

    private fun <R> read(work: (Session) -> R): R = sessions.open().use(work)

    @Test
    fun `rows become data classes by their constructor`() {
        val lines: List<Line> = read { session ->
            session.all(select(into(::Line, VOLUME.title, VOLUME.subtitle, VOLUME.shelf().label)).orderBy(VOLUME.title))
        }

        assertThat(lines).containsExactly(
            Line("Solaris", null, "Fiction"),
            Line("The Dispossessed", "An Ambiguous Utopia", "Fiction"),
        )
    }

    @Test
    fun `a getter is a function reference and a column is a property reference`() {
        val title: KFunction1<Volume, String> = Volume::title
        val column: KProperty1<Volume_, Expression<String>> = Volume_::title

        val found = read { session -> session.all(select(VOLUME).orderBy(column.get(VOLUME).desc())).map(title) }

        assertThat(found).containsExactly("The Dispossessed", "Solaris")
    }

    @Test
    fun `types tell what can be null`() {
        read { session ->
            val missing: Volume? = session.find<Volume>(99L)
            val first: String = session.first(select(VOLUME.title).orderBy(VOLUME.title)).orElseThrow()
            val subtitles: List<String?> = session.all(select(VOLUME.subtitle).orderBy(VOLUME.title))

            assertThat(missing).isNull()
            assertThat(first).isEqualTo("Solaris")
            assertThat(subtitles).containsExactly(null, "An Ambiguous Utopia")
            assertThat(subtitles.map { it?.length ?: 0 }).containsExactly(0, 19)
        }
    }

    @Test
    fun `changes are written at the end of the transaction`() {
        val pages: Int = sessions.fromTransaction<Int, RuntimeException> { session ->
            val volume = session.one(select(VOLUME).where(VOLUME.title.eq("Solaris").and(VOLUME.pages.lt(300))))
            volume.pages(224).subtitle("A Novel").pages()
        }

        assertThat(pages).isEqualTo(224)
        assertThat(read { it.one(select(VOLUME.subtitle).where(VOLUME.pages.eq(224))) }).isEqualTo("A Novel")
    }

    @Test
    fun `relationships are lists of Kotlin`() {
        val (shelf, titles) = read { session ->
            val shelf = session.require(SHELF, 1L, selectIn(SHELF.volumes))
            shelf to shelf.volumes().filter { it.pages() > 300 }.map(Volume::title)
        }

        assertThat(shelf.label()).isEqualTo("Fiction")
        assertThat(titles).containsExactly("The Dispossessed")
    }

    @Test
    fun `aggregates are typed`() {
        val number = count(VOLUME.id)
        val pages = sum(VOLUME.pages)
        val row = read { session ->
            session.one(select(SHELF.label, number, pages).join(SHELF.volumes).groupBy(SHELF.label))
        }

        val total: Long? = row.get(pages)
        assertThat(row.get(SHELF.label)).isEqualTo("Fiction")
        assertThat(row.get(number)).isEqualTo(2L)
        assertThat(total).isEqualTo(591L)
    }

    @Test
    fun `errors are exceptions of Rubedo`() {
        assertThatThrownBy { sessions.inTransaction<RuntimeException> { it.add(Shelf("Fiction")) } }
            .isInstanceOf(UniqueViolationException::class.java)
        assertThatThrownBy { read { it.require(SHELF, 99L) } }.isInstanceOf(EntityNotFoundException::class.java)
    }

    @Test
    fun `futures are awaited by coroutines and publishers are flows`() = runBlocking<Unit> {
        val asynchronous = AsyncSessionFactory.of(AsyncEngine.of(engine), model)

        val counts = List(20) { async { asynchronous.runSync<Long> { it.count(select(VOLUME)) }.await() } }.awaitAll()
        val volumes = asynchronous.fromTransaction<List<Volume>> { session ->
            session.require(SHELF, 1L).thenCompose { session.load(it, SHELF.volumes) }.thenApply(Shelf::volumes)
        }.await()
        val titles = asynchronous.stream(select(VOLUME).orderBy(VOLUME.title), fetchSize(10)).asFlow()
            .map { it.title() }.take(1).toList()

        assertThat(counts).hasSize(20).containsOnly(2L)
        assertThat(volumes).hasSize(2)
        assertThat(titles).containsExactly("Solaris")
    }

    @Test
    fun `a coroutine that is cancelled cancels its call`() = runBlocking<Unit> {
        val asynchronous = AsyncSessionFactory.of(AsyncEngine.of(engine), model)

        val late = withTimeoutOrNull(100) {
            asynchronous.fromTransaction<Long> { session ->
                session.add(Shelf("Lost")).thenCompose { java.util.concurrent.CompletableFuture<Long>() }
            }.await()
        }

        assertThat(late).isNull()
        assertThat(asynchronous.runSync<Long> { it.count(select(SHELF)) }.await()).isEqualTo(1L)
    }

    private companion object {
        var databases = 0
    }
}
