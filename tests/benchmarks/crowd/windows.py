"""Reps at real browsers: windows of Chromium, each logged in as somebody else, who wait until the buyer's first sentence stands on the screen."""

import asyncio
import random
import shutil
from itertools import cycle

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.benchmarks.crowd.people import FIRST, LONGEST_S, ON_AVERAGE_S, Seat, Waited
from tests.benchmarks.plain_talk import REP
from tests.browser.conftest import ARGS

COMPOSER = ".maju-composer:not(.closed) textarea"
STANDS = "[data-testid=stApp][data-test-script-state=notRunning]"
ANSWERS = ".maju-talk[aria-live] article.maju-turn.buyer"
"""What the buyer says while it is said; older ones are marked before the next is asked for."""
MARK = f"document.querySelectorAll('{ANSWERS}').forEach((one) => {{ one.dataset.older = one.innerText; }})"
HEARD = f"() => [...document.querySelectorAll('{ANSWERS}')].map((one) => one.dataset.older === one.innerText ? '' : one.innerText).find(Boolean)"


async def windows(address: str, seats: list[Seat], turns: int, pause_s: float) -> Waited:
    """As `people.crowd`, whose figures it gives, from what is drawn. `address`: http://…"""
    waited, chance = Waited(), random.Random(2)
    if not seats:
        return waited
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        await asyncio.gather(*(_sits(browser, address, seat, turns, pause_s, random.Random(chance.random()), waited) for seat in seats))
        await browser.close()
    return waited


async def _sits(browser: Browser, address: str, seat: Seat, turns: int, pause_s: float, chance: random.Random, waited: Waited) -> None:
    await asyncio.sleep(chance.uniform(0, pause_s))
    says, talks = cycle(REP["ko"]), iter(seat.talks)
    try:
        page = await (await _own_window(browser, address, seat)).new_page()
        page.set_default_timeout(1000 * LONGEST_S)
        await _opens(page, f"{address}/room?{next(talks)}", waited)
        for _ in range(turns):
            await asyncio.sleep(chance.uniform(0.5, 1.5) * pause_s)
            if not await page.locator(COMPOSER).count():
                await _opens(page, f"{address}/room?{next(talks)}", waited)
            await _says(page, next(says), waited)
    except Exception as error:
        waited.errors.append(repr(error)[:200])


async def _own_window(browser: Browser, address: str, seat: Seat) -> BrowserContext:
    context = await browser.new_context(locale="ko-KR")
    name, _, value = seat.cookie.partition("=")
    await context.add_cookies([{"name": name, "value": value, "url": address}])
    return context


async def _opens(page: Page, address: str, waited: Waited) -> None:
    clock = asyncio.get_running_loop().time
    began = clock()
    await page.goto(address)
    await page.locator(COMPOSER).wait_for()
    waited.opening.append(clock() - began)


async def _says(page: Page, words: str, waited: Waited) -> None:
    clock = asyncio.get_running_loop().time
    await page.locator(STANDS).wait_for()
    await page.evaluate(MARK)
    await page.locator(COMPOSER).fill(words)
    began = clock()
    await page.locator(COMPOSER).press("Enter")
    shown = await (await page.wait_for_function(HEARD)).json_value()
    at = clock()
    heard = next((sentence for sentence in FIRST if sentence in shown), None)
    waited.first.append(at - began - FIRST.get(heard or "", ON_AVERAGE_S))
    waited.replaced += heard is None
