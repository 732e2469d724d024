package dev.rubedo.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.CircularDependencyException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologicalSortTest {
    @Test
    void levelsKeepTheOrderGiven() {
        var edges = List.of(new Edge<>("c", "b"));

        assertThat(TopologicalSort.levels(List.of("a", "b", "c", "d"), edges))
                .containsExactly(List.of("a", "c", "d"), List.of("b"));
        assertThat(TopologicalSort.sort(List.of("a", "b", "c", "d"), edges)).containsExactly("a", "c", "d", "b");
    }

    @Test
    void edgesOfUnknownNodesCountForNothing() {
        assertThat(TopologicalSort.sort(List.of("a"), List.of(new Edge<>("x", "a"), new Edge<>("a", "y"))))
                .containsExactly("a");
    }

    @Test
    void repeatedNodesAndEdgesCountOnce() {
        var edge = new Edge<>("b", "a");

        assertThat(TopologicalSort.sort(List.of("a", "b", "a"), List.of(edge, edge))).containsExactly("b", "a");
    }

    @Test
    void circlesAreNamed() {
        var edges = List.of(new Edge<>("a", "b"), new Edge<>("b", "c"), new Edge<>("c", "a"), new Edge<>("c", "d"));

        assertThatThrownBy(() -> TopologicalSort.sort(List.of("d", "a", "b", "c"), edges))
                .isInstanceOfSatisfying(CircularDependencyException.class,
                        e -> assertThat(e.cycle()).containsExactlyInAnyOrder("a", "b", "c"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyEdgePointsForwardInRandomGraphs(long seed) {
        var random = new Random(seed);
        var hidden = new ArrayList<>(IntStream.range(0, 60).boxed().toList());
        Collections.shuffle(hidden, random);
        var edges = new ArrayList<Edge<Integer>>();
        for (int i = 0; i < 200; i++) {
            int one = random.nextInt(60);
            int other = random.nextInt(60);
            if (one != other) {
                edges.add(new Edge<>(hidden.get(Math.min(one, other)), hidden.get(Math.max(one, other))));
            }
        }
        var nodes = IntStream.range(0, 60).boxed().toList();

        var sorted = TopologicalSort.sort(nodes, edges);

        assertThat(sorted).containsExactlyInAnyOrderElementsOf(nodes);
        assertThat(edges).allMatch(edge -> sorted.indexOf(edge.before()) < sorted.indexOf(edge.after()));
        Collections.shuffle(edges, random);
        assertThat(TopologicalSort.sort(nodes, edges)).as("independent of the order of edges").isEqualTo(sorted);
        assertThat(Cycles.find(nodes, edges)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void componentsAreThoseOfMutualReachability(long seed) {
        var random = new Random(seed);
        var nodes = IntStream.range(0, 14).boxed().toList();
        var edges = random.ints(22, 0, 14 * 14).mapToObj(i -> new Edge<>(i / 14, i % 14)).toList();
        var reach = new boolean[14][14];
        edges.forEach(edge -> reach[edge.before()][edge.after()] = true);
        for (int via = 0; via < 14; via++) {
            for (int from = 0; from < 14; from++) {
                for (int to = 0; to < 14; to++) {
                    reach[from][to] |= reach[from][via] && reach[via][to];
                }
            }
        }

        var found = Cycles.find(nodes, edges);
        var components = Cycles.components(nodes, edges);

        assertThat(found).containsExactlyElementsOf(nodes.stream().filter(node -> reach[node][node]).toList());
        for (var component : components) {
            for (int one : component) {
                assertThat(component).containsExactlyInAnyOrderElementsOf(
                        nodes.stream().filter(other -> reach[one][other] && reach[other][one]).toList());
            }
        }
        assertThat(components.stream().flatMap(Collection::stream)).containsExactlyInAnyOrderElementsOf(found);
        var circle = Cycles.one(nodes, edges);
        for (int i = 0; i < circle.size(); i++) {
            assertThat(edges).contains(new Edge<>(circle.get(i), circle.get((i + 1) % circle.size())));
        }
        assertThat(circle.isEmpty()).isEqualTo(found.isEmpty());
    }

    @Test
    void longChainsNeedNoStack() {
        var nodes = IntStream.range(0, 100_000).boxed().toList();
        var edges = IntStream.range(1, 100_000).mapToObj(i -> new Edge<>(i, i - 1)).toList();

        assertThat(TopologicalSort.sort(nodes, edges).get(0)).isEqualTo(99_999);
        assertThat(new HashSet<>(Cycles.find(nodes, edges))).isEmpty();
    }
}
