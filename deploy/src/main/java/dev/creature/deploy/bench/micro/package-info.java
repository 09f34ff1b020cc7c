/** The small hot pieces, measured by JMH in processes of their own. */
@NullMarked
package dev.creature.deploy.bench.micro;

import org.jspecify.annotations.NullMarked;
