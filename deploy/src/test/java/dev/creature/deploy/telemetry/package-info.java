@NullMarked
package dev.creature.deploy.telemetry;

import org.jspecify.annotations.NullMarked;
