// carsales: a lot of up to 199 cars is filled and priced, and priced again by whoever receives it.
#pragma once

#include <cstdint>

#include "carsales.capnp.h"
#include "random.h"

namespace bench {

class CarSales {
public:
  using Request = ParkingLot;
  using Response = TotalValue;
  using Expectation = uint64_t;

  Expectation fill(ParkingLot::Builder lot) {
    uint64_t total = 0;
    for (Car::Builder car : lot.initCars(random.below(200))) {
      fill(car);
      total += price(car);
    }
    return total;
  }

  void handle(ParkingLot::Reader lot, TotalValue::Builder response) {
    uint64_t total = 0;
    for (Car::Reader car : lot.getCars()) total += price(car);
    response.setAmount(total);
  }

  bool check(TotalValue::Reader response, Expectation expected) {
    return response.getAmount() == expected;
  }

private:
  void fill(Car::Builder car) {
    static const char* const makes[] = {"Toyota", "GM", "Ford", "Honda", "Tesla"};
    static const char* const models[] = {"Camry", "Prius", "Volt", "Accord", "Leaf", "Model S"};

    car.setMake(random.element(makes));
    car.setModel(random.element(models));
    car.setColor(static_cast<Color>(random.below(9)));
    car.setSeats(2 + random.below(6));
    car.setDoors(2 + random.below(3));

    for (Wheel::Builder wheel : car.initWheels(4)) {
      wheel.setDiameter(25 + random.below(15));
      wheel.setAirPressure(30 + random.upTo(20));
      wheel.setSnowTires(random.oneIn(16));
    }

    car.setLength(170 + random.below(150));
    car.setWidth(48 + random.below(36));
    car.setHeight(54 + random.below(48));
    car.setWeight(car.getLength() * car.getWidth() * car.getHeight() / 200);

    Engine::Builder engine = car.initEngine();
    engine.setHorsepower(100 * random.below(400));
    engine.setCylinders(4 + 2 * random.below(3));
    engine.setCc(800 + random.below(10000));
    engine.setUsesGas(true);
    engine.setUsesElectric(random.coin());

    car.setFuelCapacity(10 + random.upTo(30));
    car.setFuelLevel(random.upTo(car.getFuelCapacity()));
    car.setHasPowerWindows(random.coin());
    car.setHasPowerSteering(random.coin());
    car.setHasCruiseControl(random.coin());
    car.setCupHolders(random.below(12));
    car.setHasNavSystem(random.coin());
  }

  // A builder is priced through its own getters, as upstream does it, not through a reader of it.
  template <typename AnyCar>
  static uint64_t price(AnyCar car) {
    uint64_t total = car.getSeats() * 200 + car.getDoors() * 350;

    for (auto wheel : car.getWheels()) {
      total += wheel.getDiameter() * wheel.getDiameter();
      if (wheel.getSnowTires()) total += 100;
    }

    total += car.getLength() * car.getWidth() * car.getHeight() / 50;

    auto engine = car.getEngine();
    total += engine.getHorsepower() * 40;
    if (engine.getUsesElectric()) total += engine.getUsesGas() ? 5000 : 3000;

    if (car.getHasPowerWindows()) total += 100;
    if (car.getHasPowerSteering()) total += 200;
    if (car.getHasCruiseControl()) total += 400;
    if (car.getHasNavSystem()) total += 2000;

    return total + car.getCupHolders() * 25;
  }

  Random random;
};

}  // namespace bench
