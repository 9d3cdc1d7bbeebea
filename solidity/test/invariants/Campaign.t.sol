// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "../Test.sol";
import {BoughtHandler, Handler} from "./Handler.sol";

/// @notice Two runs, liars, idlers, griefers, late sealers, jurors who lie, leak or sleep, and a few honest people, in any order.
/// `FOUNDRY_PROFILE=deep` plays longer campaigns.
abstract contract Campaign is Test {
    Handler internal handler;

    function setUp() public virtual {
        handler = people();
        handler.setUp();
        target(address(handler), handler.selectors());
    }

    function people() internal virtual returns (Handler) {
        return new Handler();
    }

    function invariant_moneyLogFinalityAndHonestPeople() public {
        handler.check();
    }
}

contract OrderlyCampaign is Campaign {
    function afterInvariant() public {
        handler.endInOrder();
    }
}

contract BribedCampaign is Campaign {
    function people() internal override returns (Handler) {
        return new BoughtHandler();
    }

    function setUp() public override {
        super.setUp();
        handler.bribe();
        BoughtHandler(address(handler)).sellOut();
    }

    function afterInvariant() public {
        handler.endInOrder();
    }
}

/// @notice A bought jury, and the game itself, won and lost by its clocks.
contract ClockCampaign is Campaign {
    function people() internal override returns (Handler) {
        return new BoughtHandler();
    }

    function setUp() public override {
        super.setUp();
        handler.bribe();
        BoughtHandler(address(handler)).sellOut();
        handler.useGame();
    }

    function afterInvariant() public {
        handler.endInOrder();
    }
}

contract AbandonedCampaign is Campaign {
    function afterInvariant() public {
        handler.endAbandoned();
    }
}
